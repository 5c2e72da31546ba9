defmodule DepotWeb.Router do
  use Phoenix.Router

  scope "/", DepotWeb do
    get "/", PageController, :home
  end
end
