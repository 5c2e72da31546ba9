# This file loads your app and all your tasks when running 'lucky'
#
# Run 'lucky --help' to see all available tasks.
ENV["LUCKY_TASK"] = "true"

# Load Lucky and the app (actions, models, etc.)
require "./src/app"
require "lucky_task"

# Load Lucky tasks (dev, routes, etc.)
require "lucky/tasks/**"
require "avram/lucky/tasks"
require "./db/migrations/**"

LuckyTask::Runner.run
