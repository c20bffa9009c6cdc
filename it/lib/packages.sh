# shellcheck shell=bash
# The system's packages: what is missing, and bringing it.

# packages_for PROFILE: the packages that a profile needs on every machine.
packages_for() {
  local packages="ca-certificates debian-archive-keyring mmdebstrap qemu-user-static binfmt-support"
  case $1 in
    test) packages+=" bzip2 busybox-static dash git python3 python3-pyte python3-venv python3-yaml shellcheck unzip zip zstd" ;;
    bench) packages+=" bzip2 git python3 python3-yaml unzip zip zstd" ;;
  esac
  command -v javac >/dev/null || packages+=" openjdk-17-jdk-headless"
  command -v mvn >/dev/null || packages+=" maven"
  docker_ready || { command -v dockerd >/dev/null && docker_client >/dev/null; } || packages+=" docker.io"
  printf '%s\n' "$packages"
}

# missing_packages NAME...: those that are not installed, asked in one go.
missing_packages() {
  local installed name
  # shellcheck disable=SC2016 # the braces are dpkg's
  installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  for name in "$@"; do
    grep -qx "$name installed" <<<"$installed" || printf '%s\n' "$name"
  done
}

# bring_packages PROFILE: installs what is missing, or says what to install.
bring_packages() {
  local profile=$1 wanted missing log
  read -ra wanted <<<"$(packages_for "$profile")"
  command -v dpkg-query >/dev/null || no_apt "${wanted[@]}"
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  if [ "${#missing[@]}" -eq 0 ]; then
    say "packages: all ${#wanted[@]} are installed"
    return
  fi
  command -v apt-get >/dev/null || no_apt "${missing[@]}"
  [ "$(id -u)" -eq 0 ] || fail "these packages are missing, and only root can install them: ${missing[*]}" \
    "run: sudo apt-get install --no-install-recommends ${missing[*]}" \
    "then run this command again"
  say "packages: installing ${missing[*]}"
  log="$(state_directory)/apt.log"
  : >"$log"
  install_packages "$log" "${missing[@]}" || {
    tail_of "$log"
    fail "apt-get could not install: ${missing[*]}" "the whole log: $log"
  }
  hash -r
  say "packages: installed ${#missing[@]} (log: $log)"
}

# no_apt PACKAGE...: for a machine without apt.
no_apt() {
  fail "this machine has no apt-get, so nothing was installed" \
    "needed are a Docker engine and the programs of these Debian packages: $*" \
    "a machine or container with Debian 12 or newer has them all"
}

install_packages() {
  local log=$1
  shift
  export DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1
  logged "$log" 600 apt-get -o DPkg::Lock::Timeout=300 update || return 1
  logged "$log" 1800 apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
}
