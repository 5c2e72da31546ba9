#!/bin/sh
# Healthy when the main process runs: it is there, it is not stopped and it is no zombie.
# PID 1 hands on the signal that ends the container, so it is looked at too.
found=1
for status in /proc/[0-9]*/status; do
  pid=${status#/proc/}
  pid=${pid%/status}
  [ "$pid" = "$$" ] && continue
  state=$(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "$status" 2>/dev/null) || continue
  parent=$(sed -n 's/^PPid:[[:space:]]*//p' "$status" 2>/dev/null) || continue
  # the init, and what it started; deeper processes are the worker's own business
  [ "$pid" = 1 ] || [ "$parent" = 1 ] || continue
  case $state in [TZX]) exit 1 ;; esac
  [ "$pid" = 1 ] || found=0
done
# without an init the worker is PID 1 itself
[ "$found" = 0 ] || [ "$(cat /proc/1/comm)" != docker-init ]
