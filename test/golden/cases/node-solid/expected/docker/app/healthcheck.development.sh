#!/bin/sh
# healthcheck PORT: asks the development server the question that production's server of files is asked.
exec node /usr/local/lib/healthcheck.mjs "http://127.0.0.1:$1/" any
