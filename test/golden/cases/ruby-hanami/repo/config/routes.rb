module Library
  class Routes < Hanami::Routes
    root to: "home.show"
  end
end
