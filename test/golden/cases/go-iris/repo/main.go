package main

import "github.com/kataras/iris/v12"

// Book example.
type Book struct {
	Title string `json:"title"`
}

func main() {
	app := iris.New()

	booksAPI := app.Party("/books")
	{
		booksAPI.Use(iris.Compression)
		booksAPI.Get("/", list)
	}
	app.Get("/healthz", func(ctx iris.Context) { ctx.StatusCode(iris.StatusNoContent) })
	app.HandleDir("/", iris.Dir("./public"))

	app.Listen(":8082")
}

func list(ctx iris.Context) {
	ctx.JSON([]Book{{"Mastering Concurrency in Go"}, {"Go Design Patterns"}})
}
