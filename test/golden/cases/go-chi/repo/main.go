package main

import (
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"
)

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8081"
	}
	r := chi.NewRouter()
	r.Get("/healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	r.Route("/api", func(r chi.Router) {
		r.Get("/status", func(w http.ResponseWriter, _ *http.Request) {})
	})
	if err := http.ListenAndServe(":"+port, r); err != nil {
		panic(err)
	}
}
