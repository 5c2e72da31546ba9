#!/bin/sh
# Development only: brings node_modules up to date, then runs the command as the owner of the mounted source,
# so that every file it writes belongs to the person who works on it.
set -eu
cd /app

uid=$(stat -c %u .)
gid=$(stat -c %g .)
as_owner() {
  if [ "$uid" = 0 ]; then "$@"; else setpriv --reuid "$uid" --regid "$gid" --clear-groups -- "$@"; fi
}
export HOME=/tmp/home
mkdir -p "$HOME"
chown "$uid:$gid" "$HOME"

# Docker makes a missing mount point as root: give the host's empty folder to its owner.
host_folder=/run/host/node_modules
if [ "$uid" != 0 ] && [ -d "$host_folder" ] && [ "$(stat -c %u "$host_folder")" = 0 ]; then
  chown "$uid:$gid" "$host_folder"
fi

# Several containers share the volume: one of them refreshes it, the others wait.
exec 9>node_modules/.lock
flock 9
wanted=$(sha256sum package.json)
if [ "$wanted" != "$(cat node_modules/.sha256 2>/dev/null || :)" ]; then
  find node_modules -mindepth 1 -maxdepth 1 ! -name .lock -exec rm -rf {} +
  chown "$uid:$gid" node_modules
  if [ "$wanted" = "$(cat /opt/dependencies.sha256)" ]; then
    echo 'entrypoint: copying the dependencies of the image'
    as_owner cp -R --preserve=mode,timestamps,links /opt/dependencies/node_modules/. node_modules/
  else
    echo 'entrypoint: the manifest is newer than the image, installing'
    as_owner npm install
    wanted=$(sha256sum package.json)
  fi
  echo "$wanted" > node_modules/.sha256
fi
flock -u 9
exec 9>&-

if [ "$uid" = 0 ]; then exec "$@"; fi
exec setpriv --reuid "$uid" --regid "$gid" --clear-groups -- "$@"
