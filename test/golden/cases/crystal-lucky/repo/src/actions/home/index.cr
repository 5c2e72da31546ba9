class Home::Index < Lucky::Action
  include Lucky::ProtectFromForgery

  get "/" do
    plain_text "Welcome"
  end
end
