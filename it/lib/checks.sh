# shellcheck shell=bash
# Checks of a script test: each says ok or NOT OK, and the counts go to whoever asked for them.

CHECKS_PASSED=0
CHECKS_FAILED=0

# check TEXT COMMAND...: passes when the command succeeds; what it printed is shown when it does not.
check() {
  local text=$1 output
  shift
  if output=$("$@" 2>&1); then
    CHECKS_PASSED=$((CHECKS_PASSED + 1))
    printf '  ok      %s\n' "$text"
  else
    CHECKS_FAILED=$((CHECKS_FAILED + 1))
    printf '  NOT OK  %s\n' "$text"
    [ -z "$output" ] || tail -n 30 <<<"$output" | sed 's/^/          | /'
  fi
}

# equal EXPECTED GOT: for check.
equal() {
  [ "$1" = "$2" ] || {
    printf 'expected: %s\ngot:      %s\n' "$1" "$2"
    return 1
  }
}

# holds FILE TEXT / lacks FILE TEXT: whether a file has a line with the text; for check.
holds() { grep -qF -- "$2" "$1" || { printf 'not in %s: %s\n' "$1" "$2" && tail -n 25 "$1" && return 1; }; }
lacks() { ! grep -nF -- "$2" "$1"; }

# close_checks: prints the counts, leaves them in $OCELOT_COUNTS if that is set, and is the script's status.
close_checks() {
  printf '%d passed, %d failed\n' "$CHECKS_PASSED" "$CHECKS_FAILED"
  [ -z "${OCELOT_COUNTS:-}" ] || printf '%d %d\n' "$CHECKS_PASSED" "$CHECKS_FAILED" >"$OCELOT_COUNTS"
  [ "$CHECKS_FAILED" -eq 0 ] && [ "$CHECKS_PASSED" -gt 0 ]
}
