#!/bin/sh
# Development only: runs the command as the owner of the mounted source, so that every file it writes belongs to the person who
# works on it. Dependencies are in the image, outside of the mounted source.
set -eu
cd /src/services/mailer

uid=$(stat -c %u .)
gid=$(stat -c %g .)
export HOME=/tmp/home
mkdir -p "$HOME"
chown "$uid:$gid" "$HOME"
if [ "$(stat -c %u /var/cache/build)" != "$uid" ]; then chown -R "$uid:$gid" /var/cache/build; fi

if [ "$uid" = 0 ]; then exec "$@"; fi
exec setpriv --reuid "$uid" --regid "$gid" --clear-groups -- "$@"
