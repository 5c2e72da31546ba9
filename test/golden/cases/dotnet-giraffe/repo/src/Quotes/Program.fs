module Quotes.Program

open System
open Giraffe
open Microsoft.AspNetCore.Builder
open StackExchange.Redis

let redis = ConnectionMultiplexer.Connect(Environment.GetEnvironmentVariable("REDIS_CONNECTION_STRING"))

let routes =
    choose [
        GET >=> route "/ping" >=> text "pong"
        GET >=> route "/" >=> text "Quotes"
    ]

[<EntryPoint>]
let main args =
    let builder = WebApplication.CreateBuilder(args)
    builder.Services.AddGiraffe() |> ignore
    let app = builder.Build()
    app.UseGiraffe(routes)
    app.Run()
    0
