#!/bin/sh
# libraries PROGRAM...: finds what programs are linked against, where the build left them. Names of Debian packages go to
# /app/packages, libraries that no package has to /app/lib.
set -eu
mkdir -p /app/lib
for program; do
  linked=$(ldd "$program" || true)
  case $linked in
    *'not found'*)
      echo "libraries: $program" "$linked" >&2
      exit 1
      ;;
  esac
  printf '%s\n' "$linked"
done | sed -n 's/^.* => \(\/[^ ]*\) (.*$/\1/p' | sort -u > /tmp/linked

while read -r file; do
  # packages may still know a file by its place before /lib and /usr/lib became one
  real=$(realpath "$file")
  if package=$(dpkg-query --search "$real" 2> /dev/null || dpkg-query --search "${real#/usr}" 2> /dev/null); then
    printf '%s\n' "${package%%:*}"
  else
    cp -L "$file" /app/lib/
  fi
done < /tmp/linked | sort -u > /app/packages
