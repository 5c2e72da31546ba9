# frozen_string_literal: true

require "json"
require "sinatra/base"

# A page and an answer in JSON.
class Notes < Sinatra::Base
  set :host_authorization, permitted_hosts: []

  get "/healthz" do
    "ok"
  end

  get "/" do
    "<h1>Notes</h1><p>Served by Sinatra.</p>"
  end

  get "/notes" do
    content_type :json
    JSON.generate(owner: ENV.fetch("NOTES_OWNER", "nobody"), notes: [])
  end
end
