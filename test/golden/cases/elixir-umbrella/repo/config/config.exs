import Config

config :depot, ecto_repos: [Depot.Repo]
