package actions

import (
	"net/http"
	"sync"

	"github.com/gobuffalo/buffalo"
	"github.com/gobuffalo/envy"
	paramlogger "github.com/gobuffalo/mw-paramlogger"
)

// ENV is used to help switch settings based on where the application is being run.
var ENV = envy.Get("GO_ENV", "development")

var (
	app     *buffalo.App
	appOnce sync.Once
)

// App is where all routes and middleware for buffalo should be defined.
func App() *buffalo.App {
	appOnce.Do(func() {
		app = buffalo.New(buffalo.Options{
			Env:         ENV,
			SessionName: "_coke_session",
		})
		app.Use(paramlogger.ParameterLogger)
		app.GET("/", HomeHandler)
	})
	return app
}

// HomeHandler is a default handler to serve up a home page.
func HomeHandler(c buffalo.Context) error {
	return c.Render(http.StatusOK, r.String("Welcome to Buffalo"))
}
