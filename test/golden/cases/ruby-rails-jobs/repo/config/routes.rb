Rails.application.routes.draw do
  get "/healthz", to: "pages#home"

  scope "/admin" do
    get "/health", to: "pages#home"
  end
end
