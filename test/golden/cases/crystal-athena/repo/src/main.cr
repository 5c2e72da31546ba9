require "athena"

class ExampleController < ATH::Controller
  @[ARTA::Get("/")]
  def root : String
    "At the index"
  end

  @[ARTA::Get("/health")]
  def health : String
    "ok"
  end
end
