Rails.application.configure do
  config.require_master_key = true
end
