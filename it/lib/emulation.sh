# shellcheck shell=bash
# Programs of another architecture: the kernel hands them to qemu.

# qemu_name ARCHITECTURE: what qemu calls it.
qemu_name() {
  case $1 in
    amd64) echo x86_64 ;;
    arm64) echo aarch64 ;;
    armhf) echo arm ;;
  esac
}

# host_architecture: amd64, arm64 or whatever dpkg calls this machine.
host_architecture() { dpkg --print-architecture; }

# smallest_program ARCHITECTURE: a static program of some 130 bytes that ends with status 42.
smallest_program() {
  local head64='\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0'
  local tail64='\x01\0\0\0\x78\0\x40\0\0\0\0\0\x40\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x40\0\x38\0\x01\0\0\0\0\0\0\0'
  local load64='\x01\0\0\0\x05\0\0\0\0\0\0\0\0\0\0\0\0\0\x40\0\0\0\0\0\0\0\x40\0\0\0\0\0\x84\0\0\0\0\0\0\0\x84\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0'
  local head32='\x7fELF\x01\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\x28\0\x01\0\0\0\x54\0\x01\0\x34\0\0\0\0\0\0\0\0\x02\0\x05\x34\0\x20\0\x01\0\0\0\0\0\0\0'
  local load32='\x01\0\0\0\0\0\0\0\0\0\x01\0\0\0\x01\0\x60\0\0\0\x60\0\0\0\x05\0\0\0\0\0\x01\0'
  case $1 in
    amd64) printf '%b' "$head64\\x3e\\0$tail64$load64" '\x6a\x3c\x58\x6a\x2a\x5f\x0f\x05\x90\x90\x90\x90' ;;
    arm64) printf '%b' "$head64\\xb7\\0$tail64$load64" '\xa8\x0b\x80\xd2\x40\x05\x80\xd2\x01\0\0\xd4' ;;
    armhf) printf '%b' "$head32$load32" '\x2a\0\xa0\xe3\x01\x70\xa0\xe3\0\0\0\xef' ;;
  esac
}

# runs_here ARCHITECTURE: whether this kernel really runs a program of it.
runs_here() {
  local program status=0
  program=$(mktemp "$(state_directory)/program.XXXXXX")
  smallest_program "$1" >"$program"
  chmod 0755 "$program"
  timeout 20 "$program" >/dev/null 2>&1 || status=$?
  rm -f "$program"
  [ "$status" -eq 42 ]
}

# bring_emulation ARCHITECTURE...: makes each of them run here.
bring_emulation() {
  local architecture name
  for architecture in "$@"; do
    if ! runs_here "$architecture"; then
      name=qemu-$(qemu_name "$architecture")
      say "emulation: registering $name with the kernel"
      [ "$(id -u)" -eq 0 ] || fail "this kernel does not run programs for $architecture, and only root can change that" \
        "run as root: update-binfmts --enable $name"
      [ -e /proc/sys/fs/binfmt_misc/register ] || mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc \
        || fail "binfmt_misc cannot be mounted" "inside a container it must be mounted on the host, or the container be --privileged"
      update-binfmts --enable "$name" || true
      runs_here "$architecture" || fail "programs for $architecture still do not run here" \
        "see: update-binfmts --display $name"
    fi
  done
  say "emulation: programs for $* run here"
}
