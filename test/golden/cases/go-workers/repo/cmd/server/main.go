// The web server of the post office.
package main

import (
	"html/template"
	"log"
	"net/http"
	"os"

	"example.com/postcard/internal/greeting"
)

func getenv(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}

func main() {
	page := template.Must(template.ParseFiles("templates/index.html"))
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /", func(w http.ResponseWriter, _ *http.Request) {
		if err := page.Execute(w, greeting.Text(getenv("GREETING", "Hello"))); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(":"+getenv("PORT", "8090"), mux))
}
