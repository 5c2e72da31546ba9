require "roda"

class App < Roda
  route do |r|
    r.root { "Roda" }
  end
end

run App.freeze.app
