# shellcheck shell=bash
# The JDKs of this machine.

# newest_jdk: the home of the newest one.
newest_jdk() {
  local home
  for home in /usr/lib/jvm/*; do
    [ ! -x "$home/bin/javac" ] || printf '%s %s\n' "$("$home/bin/javac" -version 2>&1 | tr -dc '0-9.' | cut -d. -f1)" "$home"
  done | sort -n | tail -n 1 | cut -d' ' -f2
}
