import Config

config :depot, Depot.Repo, url: System.fetch_env!("DATABASE_URL")

config :depot_web, DepotWeb.Endpoint,
  server: true,
  http: [ip: {0, 0, 0, 0}, port: String.to_integer(System.get_env("PORT", "4100"))],
  secret_key_base: System.fetch_env!("SECRET_KEY_BASE")
