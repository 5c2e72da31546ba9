#!/bin/sh
# reload COMMAND [ARGUMENT...]: runs a command of the project, and runs it again on each change of the source. Development only.
# It looks at the files each second, because no notice of a change reaches a container from every host.
set -u
pid=''

stop() {
  [ -n "$pid" ] || return 0
  kill -TERM "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  pid=''
}
trap 'stop; exit 0' TERM INT

state() {
  find /app -type d \( -name '.?*' -o -name node_modules -o -name venv -o -name __pycache__ \) -prune -o \
    -type f \( -name '*.py' \) -printf '%p %T@ %s\n' | sort | cksum
}

changed=''
known=$(state)
"$@" &
pid=$!
while :; do
  sleep 1 &
  wait $!
  now=$(state)
  if [ "$now" != "$known" ]; then
    known=$now
    changed=1
    echo 'reload: the source has changed, starting again' >&2
    stop
    "$@" &
    pid=$!
  elif [ -n "$pid" ] && ! kill -0 "$pid" 2>/dev/null; then
    wait "$pid"
    status=$?
    pid=''
    # one that never ran is not waited for: nothing but its end shows that it does not work
    [ -n "$changed" ] || exit "$status"
    echo "reload: it ended with status $status; the next change starts it again" >&2
  fi
done
