#!/bin/bash
# healthcheck PORT PATH [any]: succeeds when the server answers without an error, with `any` when it answers at all.
# An HTTP answer proves that the process serves; an open port does not, because the kernel accepts for a stopped process too.
# bash opens the connection itself, so that the image needs no HTTP client.
set -u

# PID 1 hands on the signal that ends the container: while it is stopped itself, nothing does
grep -q '^State:.T' /proc/1/status && exit 1

exec 3<> "/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nUser-Agent: healthcheck\r\nConnection: close\r\n\r\n' "$2" >&3
read -r -t 4 version status rest <&3 || exit 1
[[ $version == HTTP/* ]] || exit 1
[[ ${3-} == any || $status == [23]?? ]]
