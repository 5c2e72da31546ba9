require "kemal"
require "pg"

database = DB.open(ENV["DATABASE_URL"])

get "/health" do
  "ok"
end

get "/" do |env|
  env.response.content_type = "application/json"
  {now: database.query_one("select now()", as: Time)}.to_json
end

Kemal.run
