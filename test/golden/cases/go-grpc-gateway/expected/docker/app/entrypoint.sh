#!/bin/sh
# Turns secret files into the variables that the program reads, then becomes the program.
#   NAME_FILE=/run/secrets/x                 NAME becomes the content of the file
#   NAME_FROM_SECRET=scheme://user:{x}@host  NAME becomes the text, {x} the content of /run/secrets/x, percent-encoded
set -eu

refuse() {
  echo "entrypoint: $1" >&2
  exit 78
}

# Command substitution strips trailing line breaks, as the database images do with their own secret files.
read_secret() { # file, variable
  [ -e "$1" ] || refuse "$2: the secret file $1 is missing; run docker/secrets.sh on the host"
  [ -r "$1" ] || refuse "$2: the secret file $1 cannot be read by uid $(id -u); run docker/secrets.sh on the host"
  secret=$(cat "$1")
  [ -n "$secret" ] || refuse "$2: the secret file $1 is empty; put the value into it on the host"
}

percent_encode() {
  printf %s "$1" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g'
}

for name in $(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)_FILE=\/run\/secrets\/.*/\1/p'); do
  file=''
  eval "file=\$${name}_FILE"
  eval "[ -z \"\${$name:-}\" ]" || refuse "$name and ${name}_FILE are both set; keep one"
  read_secret "$file" "$name"
  export "$name=$secret"
  unset "${name}_FILE"
done

for name in $(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)_FROM_SECRET=.*{[a-z0-9_]*}.*/\1/p'); do
  text=''
  eval "text=\$${name}_FROM_SECRET"
  eval "[ -z \"\${$name:-}\" ]" || refuse "$name and ${name}_FROM_SECRET are both set; keep one"
  placeholder=${text#*\{}
  placeholder=${placeholder%%\}*}
  read_secret "/run/secrets/$placeholder" "$name"
  export "$name=${text%%\{*}$(percent_encode "$secret")${text#*\}}"
  unset "${name}_FROM_SECRET"
done
unset secret

exec "$@"
