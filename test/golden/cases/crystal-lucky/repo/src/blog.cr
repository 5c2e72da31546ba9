# Typically you will not use or modify this file. 'shards build' and some
# other crystal tools will sometimes use this.
#
# When this file is compiled/run it will require and run 'start_server',
# which as its name implies will start the server for you app.
require "./start_server"
