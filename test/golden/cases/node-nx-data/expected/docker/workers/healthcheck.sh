#!/bin/sh
# Healthy when every Node process that has a heartbeat and still lives has beaten within the last 15 seconds, and there is one.
# PID 1 hands on the signal that ends the container: while it is stopped itself, nothing does.
! grep -q '^State:.T' /proc/1/status || exit 1
status=1
for file in /tmp/heartbeat/*; do
  [ -d "/proc/${file##*/}" ] || continue
  [ $(( $(date +%s) - $(stat -c %Y "$file") )) -lt 15 ] || exit 1
  status=0
done
exit "$status"
