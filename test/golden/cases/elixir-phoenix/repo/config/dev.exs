import Config

config :shop, Shop.Repo,
  username: "postgres",
  password: "postgres",
  hostname: "localhost",
  database: "shop_dev",
  stacktrace: true,
  show_sensitive_data_on_connection_error: true,
  pool_size: 10

config :shop, ShopWeb.Endpoint,
  # Binding to loopback ipv4 address prevents access from other machines.
  http: [ip: {127, 0, 0, 1}, port: String.to_integer(System.get_env("PORT") || "4000")],
  code_reloader: true,
  debug_errors: true,
  secret_key_base: "c2hvcC1kZXZlbG9wbWVudC1vbmx5LXNlY3JldC1rZXktYmFzZS1ub3QtZm9yLXByb2R1Y3Rpb24"
