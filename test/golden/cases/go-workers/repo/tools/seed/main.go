// Command seed fills the store for development.
package main

import "fmt"

func main() {
	fmt.Println("seeded")
}
