require "hanami"

module Library
  class App < Hanami::App
  end
end
