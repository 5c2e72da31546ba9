package main

import (
	"log"

	"coke/actions"
)

// main is the starting point for your Buffalo application.
func main() {
	app := actions.App()
	if err := app.Serve(); err != nil {
		log.Fatal(err)
	}
}
