defmodule Depot.MixProject do
  use Mix.Project

  def project do
    [
      apps_path: "apps",
      version: "1.2.0",
      start_permanent: Mix.env() == :prod,
      deps: [],
      releases: [
        depot: [applications: [depot: :permanent, depot_web: :permanent]]
      ]
    ]
  end
end
