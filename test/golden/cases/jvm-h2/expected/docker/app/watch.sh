#!/bin/sh
# watch-source COMMAND...: runs the command, and again when a source file has changed. Development only.
# It looks once a second instead of waiting for events, which mounted folders of some hosts do not send.
set -u

started=/tmp/started.$$
child=''
stop() {
  [ -z "$child" ] || kill -TERM "-$child" 2>/dev/null
  [ -z "$child" ] || wait "$child" 2>/dev/null
}
trap 'stop; exit 143' TERM INT

changed() {
  find . \( -name .git -o -name target -o -name build -o -name node_modules -o -name .gradle -o -name .idea -o -name docker \) -prune -o \
    -type f \( -name '*.java' -o -name '*.kt' -o -name '*.kts' -o -name '*.scala' -o -name '*.groovy' -o -name '*.gradle' -o -name '*.sbt' \
    -o -name '*.xml' -o -name '*.properties' -o -name '*.yml' -o -name '*.yaml' -o -name '*.conf' -o -name '*.html' -o -name '*.sql' \) \
    -newer "$started" -print -quit
}

while :; do
  touch "$started"
  setsid "$@" &
  child=$!
  while kill -0 "$child" 2>/dev/null; do
    [ -z "$(changed)" ] || break
    sleep 1
  done
  if kill -0 "$child" 2>/dev/null; then
    echo 'watch-source: a source file has changed, starting again' >&2
    stop
  else
    wait "$child"
    status=$?
    echo "watch-source: the command ended with status $status, waiting for a change" >&2
    while [ -z "$(changed)" ]; do sleep 1; done
  fi
done
