# shellcheck shell=bash
# Base images made from Debian's packages. No registry of images is asked; apt brings the packages from where this machine gets its own.

# The number is part of the images' names: raise it when an image changes for those who use it.
IMAGES_VERSION=1
BUILDER_IMAGE="ocelot-it/debian12:$IMAGES_VERSION"
FULL_BUILDER_IMAGE="ocelot-it/debian12-full:$IMAGES_VERSION"
GO_IMAGE="ocelot-it/go:$IMAGES_VERSION"
BUILDER_PACKAGES=(bzip2 cpio file gcc libc6-dev make patch unzip xz-utils zip zstd)

# busybox_image ARCHITECTURE: the name of the image that holds nothing but a static busybox.
busybox_image() { echo "ocelot-it/busybox:$IMAGES_VERSION-$1"; }

# cross_packages ARCHITECTURE: the compiler for it, on a machine of another architecture.
cross_packages() {
  [ "$1" != "$(host_architecture)" ] || return 0
  case $1 in
    amd64) echo gcc-x86-64-linux-gnu libc6-dev-amd64-cross ;;
    arm64) echo gcc-aarch64-linux-gnu libc6-dev-arm64-cross ;;
    armhf) echo gcc-arm-linux-gnueabihf libc6-dev-armhf-cross ;;
  esac
}

# bring_builder_image: gcc for amd64 and arm64.
bring_builder_image() {
  # shellcheck disable=SC2046 # words are wanted
  debian_image "$BUILDER_IMAGE" "${BUILDER_PACKAGES[@]}" $(cross_packages amd64) $(cross_packages arm64)
}

# bring_full_builder_image: gcc for amd64, arm64 and armhf.
bring_full_builder_image() {
  # shellcheck disable=SC2046 # words are wanted
  debian_image "$FULL_BUILDER_IMAGE" "${BUILDER_PACKAGES[@]}" \
    $(cross_packages amd64) $(cross_packages arm64) $(cross_packages armhf)
}

# debian_image NAME PACKAGE...: a minimal Debian 12 of this machine's architecture with the packages.
debian_image() {
  local name=$1 recipe log id
  shift
  recipe=$(recipe_of debian "$@")
  if image_is "$name" "$recipe"; then
    say "image: $name is there"
    return
  fi
  log="$(state_directory)/images.log"
  say "image: making $name from Debian's packages, about a minute (log: $log)"
  id=$(bootstrap "$(host_architecture)" - --variant=minbase --include="$(joined "$@")" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' 2>"$log" \
    | "$DOCKER" import --change "LABEL dev.ocelot.recipe=$recipe" --change 'CMD ["/bin/sh"]' - 2>>"$log") \
    || image_failed "$name" "$log"
  "$DOCKER" tag "$id" "$name"
  say "image: $name made"
}

# bring_busybox_image ARCHITECTURE: busybox alone, for tests that need a container of that architecture at once.
bring_busybox_image() {
  local name recipe log work
  name=$(busybox_image "$1")
  recipe=$(recipe_of busybox "$1")
  if image_is "$name" "$recipe"; then
    say "image: $name is there"
    return
  fi
  log="$(state_directory)/images.log"
  say "image: making $name"
  work=$(mktemp -d "$(state_directory)/busybox.XXXXXX")
  { busybox_tree "$1" "$work" && build_from_scratch "$1" "$work" "$name" "$recipe"; } >"$log" 2>&1 || {
    rm -rf "$work"
    image_failed "$name" "$log"
  }
  rm -rf "$work"
  say "image: $name made"
}

busybox_tree() {
  local work=$2 root="$2/root" applet
  bootstrap "$1" "$work/packages.tar" --variant=extract --include=busybox-static || return 1
  mkdir -p "$root/bin" "$root/etc" "$root/tmp"
  chmod 1777 "$root/tmp"
  tar -xf "$work/packages.tar" -C "$root" ./bin/busybox || return 1
  for applet in $(busybox --list); do
    [ "$applet" = busybox ] || ln -s busybox "$root/bin/$applet"
  done
  echo 'root:x:0:0:root:/:/bin/sh' >"$root/etc/passwd"
  echo 'root:x:0:' >"$root/etc/group"
  mkdir "$work/context"
  tar -c --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -C "$root" -f "$work/context/root.tar" .
}

# bring_go_image: busybox and the Go of this machine, for tests that run Go in a container. What Go needs to compile is
# in it, and nothing of its tests.
bring_go_image() {
  local recipe log root
  root=$(go env GOROOT)
  recipe=$(recipe_of go "$(go env GOVERSION)" "$root")
  if image_is "$GO_IMAGE" "$recipe"; then
    say "image: $GO_IMAGE is there"
    return
  fi
  log="$(state_directory)/images.log"
  say "image: making $GO_IMAGE from $root"
  {
    printf 'FROM %s\nADD go.tar /\nENV PATH=/usr/local/go/bin:/bin\nLABEL dev.ocelot.recipe=%s\n' \
      "$(busybox_image "$(host_architecture)")" "$recipe" >"$(state_directory)/go.Dockerfile"
    go_context "$root" | timeout 300 "$DOCKER" build --tag "$GO_IMAGE" --file go.Dockerfile -
  } >"$log" 2>&1 || image_failed "$GO_IMAGE" "$log"
  say "image: $GO_IMAGE made"
}

# go_context ROOT: a Dockerfile and the toolchain that lies in ROOT, as the context of a build. Debian's Go is a folder of
# links, so they are followed.
go_context() {
  local work status=0 part parts=()
  for part in VERSION go.env bin src pkg/include pkg/tool; do
    [ ! -e "$1/$part" ] || parts+=("./$part")
  done
  work=$(mktemp -d "$(state_directory)/go.XXXXXX")
  mv "$(state_directory)/go.Dockerfile" "$work"
  tar -c --dereference --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 --exclude=testdata --exclude='*_test.go' \
    --transform='s,^\.,usr/local/go,' -C "$1" -f "$work/go.tar" "${parts[@]}" \
    && tar -c -C "$work" . || status=$?
  rm -rf "$work"
  return "$status"
}

build_from_scratch() {
  local platform
  case $1 in
    armhf) platform=linux/arm/v7 ;;
    *) platform="linux/$1" ;;
  esac
  printf 'FROM scratch\nADD root.tar /\nENV PATH=/bin\nLABEL dev.ocelot.recipe=%s\nCMD ["/bin/sh"]\n' "$4" >"$2/context/Dockerfile"
  timeout 300 "$DOCKER" build --platform "$platform" --tag "$3" "$2/context"
}

# bootstrap ARCHITECTURE TARGET OPTION...: Debian 12 as a tar, with this machine's own settings for apt.
bootstrap() {
  local architecture=$1 target=$2 settings status=0
  shift 2
  # shellcheck disable=SC2016 # mmdebstrap gives the hook its own $1
  local hook='rm -f "$1/etc/apt/apt.conf.d/99mmdebstrap" "$1/etc/resolv.conf" "$1/etc/hostname"'
  settings=$(mktemp "$(state_directory)/apt.XXXXXX")
  apt-config dump | grep '^Acquire::' >"$settings"
  SOURCE_DATE_EPOCH=315532800 timeout --kill-after=10 900 mmdebstrap --architectures="$architecture" \
    --aptopt="$settings" --customize-hook="$hook" "$@" \
    bookworm "$target" "deb $(debian_mirror) bookworm main" || status=$?
  rm -f "$settings"
  return "$status"
}

# debian_mirror: where this machine gets Debian from.
debian_mirror() {
  local mirror
  # shellcheck disable=SC2016 # the fields are apt's
  local fields='$(ORIGIN) $(LABEL) $(CREATED_BY) $(REPO_URI)'
  mirror=${OCELOT_DEBIAN_MIRROR:-$(apt-get indextargets --format "$fields" \
    | awk '/^Debian Debian Packages / && !seen++ { print $4 }')}
  [ -n "$mirror" ] || fail "apt on this machine has no source of Debian's packages, from which the base images are made" \
    "give the address of a mirror of Debian: OCELOT_DEBIAN_MIRROR=... $0"
  printf '%s\n' "$mirror"
}

image_failed() {
  tail_of "$2"
  fail "the image $1 could not be made" "the whole log: $2" "run this command again when the cause is mended"
}

# image_is NAME RECIPE: whether the image exists and was made by this recipe.
image_is() {
  [ "$("$DOCKER" image inspect --format '{{index .Config.Labels "dev.ocelot.recipe"}}' "$1" 2>/dev/null)" = "$2" ]
}

recipe_of() { printf '%s\n' "$*" | md5sum | cut -c1-32; }

joined() { local IFS=,; printf '%s' "$*"; }
