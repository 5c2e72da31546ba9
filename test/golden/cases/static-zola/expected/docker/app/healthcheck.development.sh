#!/bin/bash
# healthcheck PORT: succeeds when the development server answers. bash opens the connection itself.
set -u
grep -q '^State:.T' /proc/1/status && exit 1
exec 3<> "/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET / HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 version rest <&3 || exit 1
[[ $version == HTTP/* ]]
