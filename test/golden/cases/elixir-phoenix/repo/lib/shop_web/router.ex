defmodule ShopWeb.Router do
  use ShopWeb, :router

  pipeline :api do
    plug :accepts, ["json"]
  end

  scope "/", ShopWeb do
    get "/", PageController, :home
  end

  scope "/api", ShopWeb do
    pipe_through :api
    get "/healthz", HealthController, :index
    resources "/orders", OrderController
  end
end
