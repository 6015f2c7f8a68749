#!/bin/sh
# Starts, stops and shows the application: what a service manager does for a team. Reads NODE, PROGRAM, LOG.
case "$1" in
  start)
    "$NODE" "$PROGRAM" >>"$LOG" 2>&1 </dev/null &
    echo $! >application.pid
    ;;
  stop)
    pid=$(cat application.pid)
    kill "$pid" 2>/dev/null
    while kill -0 "$pid" 2>/dev/null; do :; done
    ;;
  status) kill -0 "$(cat application.pid 2>/dev/null)" 2>/dev/null ;;
esac
