require "http/server"

server = HTTP::Server.new do |context|
  context.response.print context.request.path
end

server.bind_tcp "0.0.0.0", (ENV["PORT"]? || 8080).to_i
server.listen
