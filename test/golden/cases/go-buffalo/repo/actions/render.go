package actions

import "github.com/gobuffalo/buffalo/render"

var r = render.New(render.Options{DefaultContentType: "text/html"})
