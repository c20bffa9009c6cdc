# shellcheck shell=bash
# Go, for the tests that build collector layers.

GO_MINOR=21

# bring_go: sees to it that Go 1.21 or newer is there; installs the system's where none is.
bring_go() {
  if ! command -v go >/dev/null; then
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then no_go "there is no Go"; fi
    say "go: installing the system's"
    install_packages "$(state_directory)/apt.log" golang-go || no_go "the system's Go cannot be installed"
  fi
  local version
  version=$(go env GOVERSION)
  [[ "$version" =~ ^go1\.([0-9]+) && "${BASH_REMATCH[1]}" -ge "$GO_MINOR" ]] || no_go "the Go on PATH is $version"
  say "go: $version is there"
}

no_go() { fail "$1, and the tests build collectors with it" "install Go 1.$GO_MINOR or newer and put it on PATH"; }
