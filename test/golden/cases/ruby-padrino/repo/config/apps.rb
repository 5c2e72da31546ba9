Padrino.configure_apps do
  set :session_secret, ENV.fetch('SESSION_SECRET') { SecureRandom.hex(64) }
  set :protection, :except => :path_traversal
end

# Mounts the core application for this project
Padrino.mount('Sample::App', :app_file => Padrino.root('app/app.rb')).to('/')
