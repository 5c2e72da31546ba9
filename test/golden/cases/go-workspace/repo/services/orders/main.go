package main

import (
	"fmt"
	"log"
	"net/http"

	"example.com/text"
)

func main() {
	http.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, text.Hello()) })
	log.Fatal(http.ListenAndServe(":8101", nil))
}
