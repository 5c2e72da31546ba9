#!/bin/sh
# Development only: brings lib up to date, then runs the command as the owner of the mounted source,
# so that every file it writes belongs to the person who works on it.
set -eu
cd /src

uid=$(stat -c %u .)
gid=$(stat -c %g .)
as_owner() {
  if [ "$uid" = 0 ]; then "$@"; else setpriv --reuid "$uid" --regid "$gid" --clear-groups -- "$@"; fi
}
export HOME=/tmp/home
mkdir -p "$HOME"
chown "$uid:$gid" "$HOME"

# Docker makes a missing mount point as root: give the host's empty folder to its owner.
host_folder=/run/host/lib
if [ "$uid" != 0 ] && [ -d "$host_folder" ] && [ "$(stat -c %u "$host_folder")" = 0 ]; then
  chown "$uid:$gid" "$host_folder"
fi

# Several containers share the volume: one of them refreshes it, the others wait.
exec 9>lib/.lock
flock 9
wanted=$(sha256sum shard.yml)
if [ "$wanted" != "$(cat lib/.sha256 2>/dev/null || :)" ]; then
  find lib -mindepth 1 -maxdepth 1 ! -name .lock -exec rm -rf {} +
  chown "$uid:$gid" lib
  if [ "$wanted" = "$(cat /opt/dependencies.sha256)" ]; then
    echo 'entrypoint: copying the dependencies of the image'
    as_owner cp -R --preserve=mode,timestamps,links /opt/dependencies/lib/. lib/
  else
    echo 'entrypoint: the manifest is newer than the image, installing'
    as_owner shards install
    wanted=$(sha256sum shard.yml)
  fi
  echo "$wanted" > lib/.sha256
fi
flock -u 9
exec 9>&-

if [ "$uid" = 0 ]; then exec "$@"; fi
exec setpriv --reuid "$uid" --regid "$gid" --clear-groups -- "$@"
