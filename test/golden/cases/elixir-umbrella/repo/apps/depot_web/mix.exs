defmodule DepotWeb.MixProject do
  use Mix.Project

  def project do
    [app: :depot_web, version: "1.2.0", build_path: "../../_build", config_path: "../../config/config.exs", deps_path: "../../deps", lockfile: "../../mix.lock", elixir: "~> 1.17", deps: deps()]
  end

  def application, do: [mod: {DepotWeb.Application, []}, extra_applications: [:logger]]

  defp deps do
    [
      {:phoenix, "~> 1.8"},
      {:depot, in_umbrella: true},
      {:jason, "~> 1.4"},
      {:bandit, "~> 1.5"}
    ]
  end
end
