#!/bin/sh
# watch PROGRAM [ARGUMENT...]: builds a program of the project and runs it, and does both again on each change of the source.
# Development only. It looks at the files each second, because no notice of a change reaches a container from every host.
set -u
name=$1
shift
folder=/tmp/watch
program=$folder/${name##*/}
[ "${name##*/}" != . ] || program=$folder/app
mkdir -p "$folder"
pid=''
built=''

stop() {
  [ -n "$pid" ] || return 0
  kill -TERM "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  pid=''
}
trap 'stop; exit 0' TERM INT

state() {
  find /src -type d \( -name .git -o -name node_modules -o -name target -o -name build -o -name 'cmake-build-*' \) -prune -o \
    -type f \( -name '*.go' -o -name 'go.mod' -o -name 'go.sum' -o -name 'go.work' -o -name '*.tmpl' -o -name '*.gohtml' -o -name '*.html' -o -name '*.sql' -o -name '*.css' \) -printf '%p %T@ %s\n' | sort | cksum
}

while :; do
  now=$(state)
  if [ "$now" != "$built" ]; then
    built=$now
    if go build -o "$folder/built" "$name"; then
      stop
      # under a name of its own: the next build writes its file while this one runs
      cp -f "$folder/built" "$program.next" && mv -f "$program.next" "$program"
      "$program" "$@" &
      pid=$!
    else
      echo 'watch: the build failed; the next change tries again' >&2
    fi
  fi
  sleep 1 &
  wait $!
done
