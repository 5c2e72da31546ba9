require "amber"

Amber::Server.configure do |settings|
  settings.name = "Garden web application."
  settings.port = ENV["PORT"].to_i if ENV["PORT"]?
end
