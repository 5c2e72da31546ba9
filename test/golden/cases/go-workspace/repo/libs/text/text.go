// Package text greets.
package text

// Hello greets.
func Hello() string { return "hello" }
