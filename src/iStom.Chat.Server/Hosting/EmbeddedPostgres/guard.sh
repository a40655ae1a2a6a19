# Starts PostgreSQL and stops it when standard input ends: that is a pipe whose other end only the server holds, so it
# ends however the server ends, kill -9 included. Runs in a session of its own (Ctrl-C is the server's to handle).
# $1 folder with pg_ctl, $2 data folder, then folders to remove after the stop.
# Says "ready <pid>" once connections are accepted, or "failed"; its own end tells that PostgreSQL has stopped.
trap '' HUP INT QUIT TERM
bin=$1
data=$2
shift 2
cd "$data" || exit 1

if "$bin/pg_ctl" start -s -w -t 120 -D . -l ../postgres.log -o '-c config_file=../../postgresql.conf' 2>&1; then
  read -r pid < postmaster.pid
  echo "ready $pid"
  while read -r ignored; do :; done
else
  read -r pid < postmaster.pid
  echo failed
fi 2>/dev/null

# Not if somebody else has started it anew meanwhile.
if [ -n "$pid" ] && [ "$(head -n 1 postmaster.pid 2>/dev/null)" = "$pid" ]; then
  "$bin/pg_ctl" stop -s -w -t 60 -m fast -D . >/dev/null 2>&1 || "$bin/pg_ctl" stop -s -w -m immediate -D . >/dev/null 2>&1
fi

cd /
for folder in "$@"; do rm -rf "$folder"; done
