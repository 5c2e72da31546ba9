module Router

open Saturn
open Giraffe.Core

let api = pipeline {
    plug acceptJson
}

let appRouter = router {
    get "/" (text "Hello Saturn")
    get "/healthz" (text "ok")
}
