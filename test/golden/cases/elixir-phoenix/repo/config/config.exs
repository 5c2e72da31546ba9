import Config

config :shop, ecto_repos: [Shop.Repo]
config :shop, ShopWeb.Endpoint, url: [host: "localhost"], adapter: Bandit.PhoenixAdapter, pubsub_server: Shop.PubSub
config :shop, Oban, repo: Shop.Repo, queues: [mailers: 10]

import_config "#{config_env()}.exs"
