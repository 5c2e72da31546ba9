#!/bin/sh
# Development only: runs the command as the owner of the mounted source, so that every file it writes belongs to the person who
# works on it. Dependencies are in the image, outside of the mounted source.
set -eu
cd /app

uid=$(stat -c %u .)
gid=$(stat -c %g .)
export HOME=/tmp/home
mkdir -p "$HOME"
chown "$uid:$gid" "$HOME"
if [ "$(stat -c %u /opt/build-tool)" != "$uid" ]; then chown -R "$uid:$gid" /opt/build-tool; fi

if [ "$(cat build.gradle.kts settings.gradle.kts 2>/dev/null | sha256sum)" != "$(cat /opt/dependencies.sha256)" ]; then
  echo 'entrypoint: the dependencies have changed since the image was built: run docker compose up --build' >&2
fi

if [ "$uid" = 0 ]; then exec "$@"; fi
exec setpriv --reuid "$uid" --regid "$gid" --clear-groups -- "$@"
