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
    -type f \( -name '*.c' -o -name '*.cc' -o -name '*.cpp' -o -name '*.cxx' -o -name '*.cppm' -o -name '*.h' -o -name '*.hh' -o -name '*.hpp' -o -name '*.hxx' -o -name '*.ipp' -o -name '*.inl' -o -name '*.csp' -o -name '*.proto' -o -name '*.cmake' -o -name 'CMakeLists.txt' -o -name 'CMakePresets.json' \) -printf '%p %T@ %s\n' | sort | cksum
}

while :; do
  now=$(state)
  if [ "$now" != "$built" ]; then
    built=$now
    if made=$(build-program "$name"); then
      stop
      # under a name of its own: the next build writes its file while this one runs
      cp -f "$made" "$program.next" && mv -f "$program.next" "$program"
      "$program" "$@" &
      pid=$!
    else
      echo 'watch: the build failed; the next change tries again' >&2
    fi
  fi
  sleep 1 &
  wait $!
done
