# shellcheck shell=bash
# Small component repositories to try things in.
# shellcheck source=/dev/null
. "${it:?}/lib/poms.sh"

# new_repository FOLDER: a repository without components, whose module builds all of them and publishes into published/.
new_repository() {
  mkdir -p "$1/config/builders"
  write_pom "$1" it small 1
  cat >"$1/config/publish.yaml" <<'YAML'
layer: { name: it, layer-version: "1", release-group: local, public: false }
regions: [us-east-1]
publisher: directory
directory: { path: published }
YAML
  # shellcheck disable=SC2016 # Docker puts the values in
  printf 'ARG BASE=ocelot-it/busybox:1\nFROM ${BASE}-${TARGETARCH}\n' >"$1/config/builders/busybox.Dockerfile"
  echo 'components:' >"$1/config/components.yaml"
  echo 'variables:' >"$1/config/conditional-build-image-tags.yml"
}

# add_component FOLDER NAME BUILDER: a component whose script is read from standard input, with its tag declared.
add_component() {
  local script="$1/components/$2/build.sh" variable
  variable=$(tr 'a-z-' 'A-Z_' <<<"$2")
  mkdir -p "${script%/*}"
  cat >"$script"
  printf '  %s:\n    build: { builder: %s, platforms: [linux/amd64], layer: true }\n' "$2" "$3" >>"$1/config/components.yaml"
  printf '  CONDITIONAL_BUILD_%s_TAG: %s\n' "$variable" "$(md5sum <"$script" | cut -c1-32)" >>"$1/config/conditional-build-image-tags.yml"
}

# unfinished FOLDER...: the names of files that were left in the middle of being written; of a store also its scratch folder.
unfinished() { find "$@" \( -name '.ocelot-*' ! -name .ocelot-entry \) -o -name '*.tmp' -o -path '*/scratch/*' | LC_ALL=C sort; }
