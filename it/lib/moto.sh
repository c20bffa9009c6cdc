# shellcheck shell=bash
# moto, which answers like AWS: brought by pip into a folder of its own, started on a port of its own.

MOTO_VERSION=5.2.1

moto_home() { printf '%s/moto\n' "$(state_directory)"; }

# bring_moto: installs it unless this version is there.
bring_moto() {
  local home log
  home=$(moto_home)
  if [ -x "$home/bin/moto_server" ] && [ "$(cat "$home/version" 2>/dev/null)" = "$MOTO_VERSION" ]; then
    say "moto: $MOTO_VERSION is there"
    return
  fi
  log="$(state_directory)/moto.log"
  : >"$log"
  say "moto: installing $MOTO_VERSION"
  rm -rf "$home"
  { logged "$log" 120 python3 -m venv "$home" &&
    logged "$log" 900 "$home/bin/pip" install --quiet "moto[server]==$MOTO_VERSION"; } || {
    tail_of "$log"
    fail "pip could not install moto $MOTO_VERSION" "see to it that pip reaches a package index, then run this command again" "the whole log: $log"
  }
  printf '%s\n' "$MOTO_VERSION" >"$home/version"
}

# start_moto LOG: starts a server, which says its port itself; sets MOTO_PID and MOTO_URL.
start_moto() {
  local log=$1 program
  program="$(moto_home)/bin/moto_server"
  [ -x "$program" ] || fail "there is no moto in $(moto_home)" "run it/prepare test"
  "$program" -H 127.0.0.1 -p 0 >"$log" 2>&1 &
  MOTO_PID=$!
  wait_for 60 grep -q 'Running on http://127' "$log" || {
    tail_of "$log"
    fail "moto did not start within a minute"
  }
  # shellcheck disable=SC2034 # it is for who started it
  MOTO_URL=$(sed -n 's#.*Running on \(http://127[0-9.:]*\).*#\1#p' "$log" | head -n 1)
}

# stop_moto: ends it.
stop_moto() {
  [ -z "${MOTO_PID:-}" ] || kill "$MOTO_PID" 2>/dev/null || true
}
