require "../config/*"

Amber::Server.start
