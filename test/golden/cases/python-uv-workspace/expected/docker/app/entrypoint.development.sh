#!/bin/sh
# Development only: runs the command as the owner of the mounted source, so that every file it writes belongs to the person who
# works on it. Dependencies are in the image, outside of the mounted source.
set -eu
cd /app/apps/api

uid=$(stat -c %u .)
gid=$(stat -c %g .)
export HOME=/tmp/home
mkdir -p "$HOME"
chown "$uid:$gid" "$HOME"

if [ "$(cat pyproject.toml ../../pyproject.toml ../../libs/ledger/pyproject.toml ../../libs/money/pyproject.toml ../../uv.lock 2>/dev/null | sha256sum)" != "$(cat /opt/dependencies.sha256)" ]; then
  echo 'entrypoint: the dependencies have changed since the image was built: run docker compose up --build' >&2
fi

if [ "$uid" = 0 ]; then exec "$@"; fi
exec setpriv --reuid "$uid" --regid "$gid" --clear-groups -- "$@"
