#!/bin/sh
# Development has no release: Mix makes the database and migrates it.
set -eu
exec mix do ecto.create --quiet, ecto.migrate
