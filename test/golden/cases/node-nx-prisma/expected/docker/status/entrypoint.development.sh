#!/bin/sh
# Development only: brings the node_modules folders of the workspace up to date and builds the packages that the app needs, then runs
# the command as the owner of the mounted source, so that every file it writes belongs to the person who works on it.
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

wanted=$(sha256sum package.json package-lock.json 2>/dev/null || :)
image=$(cat /opt/dependencies.sha256)

# A volume that has what the source wants stays; an image that is older than the source fills empty volumes only.
refresh() { # folder
  present=$(cat "$1/.sha256" 2>/dev/null || :)
  if [ "$present" = "$wanted" ]; then return; fi
  if [ "$image" != "$wanted" ] && [ -n "$present" ]; then return; fi
  find "$1" -mindepth 1 -maxdepth 1 ! -name .lock -exec rm -rf {} +
  chown "$uid:$gid" "$1"
  if [ -d "/opt/dependencies/$1" ]; then as_owner cp -R --preserve=mode,timestamps,links "/opt/dependencies/$1/." "$1/"; fi
  echo "$image" > "$1/.sha256"
}

# Several containers share the volumes: one of them at a time looks after them, the others wait.
exec 9> node_modules/.lock
flock 9
for folder in node_modules; do
  # Docker makes a missing mount point as root: give the host's empty folder to its owner
  if [ "$uid" != 0 ] && [ -d "/run/host/$folder" ] && [ "$(stat -c %u "/run/host/$folder")" = 0 ]; then chown "$uid:$gid" "/run/host/$folder"; fi
  refresh "$folder"
done
if [ "$image" != "$wanted" ]; then
  echo 'entrypoint: the dependencies have changed since the image was built: run docker compose up --build' >&2
fi
flock -u 9
exec 9>&-

cd /app
if [ "$uid" = 0 ]; then exec "$@"; fi
exec setpriv --reuid "$uid" --regid "$gid" --clear-groups -- "$@"
