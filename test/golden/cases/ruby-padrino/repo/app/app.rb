module Sample
  class App < Padrino::Application
    register Padrino::Mailer
    register Padrino::Helpers
    enable :sessions

    get '/' do
      'Hello'
    end

    get '/health' do
      'ok'
    end
  end
end
