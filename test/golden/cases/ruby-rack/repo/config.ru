# frozen_string_literal: true

run ->(env) { env["PATH_INFO"] == "/ping" ? [200, { "content-type" => "text/plain" }, ["pong"]] : [200, { "content-type" => "text/html" }, ["<h1>Plain Rack</h1>"]] }
