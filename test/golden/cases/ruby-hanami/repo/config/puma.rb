port = ENV.fetch("HANAMI_PORT", 2300)
threads 5, 5
port port
