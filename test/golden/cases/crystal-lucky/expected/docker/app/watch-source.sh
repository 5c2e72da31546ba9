#!/bin/bash
# watch-source MAIN: compiles and runs a program, again on each change of the source. A program that does not compile leaves
# its errors in the log and waits for the next change.
set -u
child=''
trap 'kill "$child" 2>/dev/null; exit 0' TERM INT

while :; do
  { crystal build "$1" --output /tmp/development && exec /tmp/development; } &
  child=$!
  # in the background, so that the signal above is not kept waiting
  inotifywait --quiet --quiet --recursive --event modify,create,delete,move --exclude '/(\.git|lib|docker|node_modules)/' . &
  wait $!
  kill "$child" 2>/dev/null
  wait "$child" 2>/dev/null
done
