defmodule Depot.Core.MixProject do
  use Mix.Project

  def project do
    [app: :depot, version: "1.2.0", build_path: "../../_build", config_path: "../../config/config.exs", deps_path: "../../deps", lockfile: "../../mix.lock", elixir: "~> 1.17", deps: deps()]
  end

  def application, do: [mod: {Depot.Application, []}, extra_applications: [:logger]]

  defp deps do
    [
      {:ecto_sql, "~> 3.13"},
      {:postgrex, "~> 0.20"}
    ]
  end
end
