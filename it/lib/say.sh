# shellcheck shell=bash
# How the scripts of this folder speak, fail and wait.

SPEAKER=${0##*/}

# say TEXT...: one progress line, marked with the script that speaks.
say() { printf '[%s] %s\n' "$SPEAKER" "$*"; }

# fail TEXT [REMEDY...]: what is wrong, then what to do, one line each; ends the script.
fail() {
  printf '[%s] FAILED: %s\n' "$SPEAKER" "$1" >&2
  shift
  local line
  for line in "$@"; do printf '[%s]   %s\n' "$SPEAKER" "$line" >&2; done
  exit 1
}

# wait_for SECONDS COMMAND...: asks the command again and again until it succeeds; fails after the limit.
wait_for() {
  local limit=$1 end
  shift
  end=$((SECONDS + limit))
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.2
  done
}

# logged LOG SECONDS COMMAND...: runs the command with its output in a file and a time limit.
logged() {
  local log=$1 limit=$2
  shift 2
  timeout --kill-after=10 "$limit" "$@" >>"$log" 2>&1
}

# tail_of LOG: the last lines of a log, for a failure.
tail_of() { tail -n 15 "$1" 2>/dev/null | sed 's/^/    | /' >&2; }

# state_directory: where logs and process ids of what these scripts start are kept.
state_directory() {
  local dir="${XDG_STATE_HOME:-${HOME:-/var/lib}/.local/state}/ocelot"
  mkdir -p "$dir"
  printf '%s\n' "$dir"
}

# cache_directory: where things that can be fetched or made again are kept.
cache_directory() {
  local dir="${XDG_CACHE_HOME:-${HOME:-/var/cache}/.cache}/ocelot"
  mkdir -p "$dir"
  printf '%s\n' "$dir"
}
