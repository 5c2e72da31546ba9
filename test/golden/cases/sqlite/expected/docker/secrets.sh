#!/bin/sh
# Makes the secrets that production needs and that are not there yet. Run it on the server, as often as you like:
# what exists is never changed. Values stay in secrets/, which git and Docker builds ignore.
set -eu
cd "$(dirname "$0")/.."

# The folder is closed to other users of the host; the files in it are readable, because a container sees each
# one with its own numeric user and the engine passes the mode through.
umask 077
mkdir -p secrets
chmod 700 secrets

keep() { # name, value
  (umask 022 && printf %s "$2" > "secrets/$1.new")
  mv "secrets/$1.new" "secrets/$1"
  echo "secrets/$1: made"
}

random() { # name, what it begins with
  [ -e "secrets/$1" ] || keep "$1" "${2-}$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')"
}

sha256() { # name
  if command -v sha256sum > /dev/null; then sha256sum < "secrets/$1"; else shasum -a 256 < "secrets/$1"; fi | cut -d ' ' -f 1
}

missing=0


# from now on a plain `docker compose up` in this folder is production
if ! grep -qs '^COMPOSE_FILE=' .env; then
  # a last line without an end would swallow the new one
  [ ! -s .env ] || [ -z "$(tail -c 1 .env)" ] || echo >> .env
  echo 'COMPOSE_FILE=docker-compose.yml:docker-compose.prod.yml' >> .env
  echo '.env: COMPOSE_FILE set to production'
fi
exit "$missing"
