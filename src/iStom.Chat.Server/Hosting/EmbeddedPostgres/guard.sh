# Starts PostgreSQL and stops it when standard input ends: that is a pipe whose other end only the server holds, so it
# ends however the server ends, kill -9 included. Runs in a session of its own: Ctrl-C is the server's to handle.
# $1 folder with the binaries, $2 data folder, then folders to remove after the stop.
# Says "started <pid>"; its own end tells that PostgreSQL has ended.
trap '' HUP INT QUIT TERM
exec 3<&0
bin=$1
cd "$2" || exit 1
shift 2

"$bin/postgres" -D . -c config_file=../../postgresql.conf </dev/null >../postgres.log 2>&1 3<&- &
postgres=$!
echo "started $postgres"

# A signal in PostgreSQL's first milliseconds is lost, hence again until it has ended. SIGINT is its fast shutdown.
(
  while read -r ignored; do :; done
  while kill -INT $postgres; do sleep 1; done
) <&3 >/dev/null 2>&1 &
watcher=$!
exec 3<&-

wait $postgres
kill -KILL $watcher
cd /
for folder in "$@"; do rm -rf "$folder"; done
