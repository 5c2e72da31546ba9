open Suave
open Suave.Filters
open Suave.Operators
open Suave.Successful

let app =
    choose [
        GET >=> choose [
            path "/hello" >=> OK "Hello GET"
            path "/goodbye" >=> OK "Good bye GET"
        ]
    ]

let config =
    { defaultConfig with
        bindings = [ HttpBinding.createSimple HTTP "0.0.0.0" 8083 ] }

[<EntryPoint>]
let main _ =
    startWebServer config app
    0
