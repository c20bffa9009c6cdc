# shellcheck shell=sh
# Structural tags for containers and devices without Java. Sourcing this file only defines functions:
#
#   ci_tag_build_time_check NAME_TAG [INPUT...]   ends the script with 2 unless the tag of the component's build script
#                                                 and of these inputs is the declared one, $NAME_TAG; then writes the tag file
#   ci_tag_test_time_check NAME_TAG               ends the script with 2 unless the tag file holds the declared tag, $NAME_TAG
#   get_tag_file [NAME_TAG]                       prints the path of a tag file, or the folder of tag files
#   get_tag_variables [NAME_TAG...]               prints the lines that give a device the tags that are set
#
# A tag is the MD5 of the build script and the inputs, in order, nothing between. Inputs are relative to the root: the first
# folder, from the current one up, that holds .gitlab-ci/container/build-<component>.sh or components/<component>/build.sh.
#
#   OCELOT_ROOT              the root, instead of looking for it
#   OCELOT_TAG_DIRECTORY     the folder of tag files, /mesa-ci-build-tag when unset
#   NEW_TAG_DRY_RUN          when not empty: print the computed tag and end the script with 0
#   CI_NOT_BUILDING_ANYTHING when not empty: end the script with 0 after a check that passed
#
# Runs in any POSIX shell; needs cat, sed, mkdir, mv, rm and one of md5sum, busybox, toybox, md5, openssl.
# Results go to standard output, everything else to standard error.

ci_tag_build_time_check() {
  # The exit stands here and not in a subshell, so that it ends the calling script with or without "set -e".
  _ocelot_tag_build "$@" || exit 2
  if [ -n "${NEW_TAG_DRY_RUN:-}${CI_NOT_BUILDING_ANYTHING:-}" ]; then
    exit 0
  fi
}

ci_tag_test_time_check() {
  _ocelot_tag_test "$@" || exit 2
}

get_tag_file() {
  printf '%s/%s\n' "${OCELOT_TAG_DIRECTORY:-/mesa-ci-build-tag}" "${1:-}"
}

get_tag_variables() {
  _ocelot_tag_variables "$@" || exit 2
}

# The functions below run in subshells: neither their variables nor their options reach the calling script.

_ocelot_tag_build() (
  { _ocelot_tag_settle; } 2>/dev/null
  _ocelot_tag_named "${1:-}" || exit 2
  _ocelot_computed=$(_ocelot_tag_compute "$@") || exit 2
  if [ -n "${NEW_TAG_DRY_RUN:-}" ]; then
    printf '%s\n' "$_ocelot_computed"
    exit 0
  fi
  if ! _ocelot_tag_declared "$1" "$_ocelot_computed"; then
    _ocelot_tag_say "  computed: $_ocelot_computed"
    _ocelot_tag_say "Fix: $(_ocelot_tag_update_command) -Docelot.components=$(_ocelot_tag_component "$1")"
    exit 2
  fi
  if [ -z "${CI_NOT_BUILDING_ANYTHING:-}" ]; then
    _ocelot_tag_write "$1" "$_ocelot_computed" || exit 2
  fi
)

_ocelot_tag_test() (
  { _ocelot_tag_settle; } 2>/dev/null
  _ocelot_tag_named "${1:-}" || exit 2
  _ocelot_file=$(_ocelot_tag_directory && printf x)
  _ocelot_file=${_ocelot_file%x}/$1
  if [ ! -f "$_ocelot_file" ] || [ ! -r "$_ocelot_file" ]; then
    _ocelot_tag_fail tag-file-missing "no readable tag file $_ocelot_file"
    _ocelot_tag_say 'Fix: build again what is tested here; its build script must call ci_tag_build_time_check'
    exit 2
  fi
  _ocelot_built=$(cat <"$_ocelot_file") || exit 2
  if ! _ocelot_tag_declared "$1" "$_ocelot_built"; then
    _ocelot_tag_say "  built:    $_ocelot_built ($_ocelot_file)"
    _ocelot_tag_say 'Fix: test what was built for the declared tag, or build it again'
    exit 2
  fi
)

_ocelot_tag_variables() (
  { _ocelot_tag_settle; } 2>/dev/null
  if [ $# -eq 0 ]; then
    # shellcheck disable=SC2046 # one word for each name
    set -- $(_ocelot_tag_variable_names)
  fi
  for _ocelot_name do
    _ocelot_tag_named "$_ocelot_name" || exit 2
  done
  for _ocelot_name do
    eval "_ocelot_rest=\${$_ocelot_name:-}"
    [ -n "$_ocelot_rest" ] || continue
    printf "export %s='" "$_ocelot_name"
    while :; do
      case $_ocelot_rest in
        *\'*) printf "%s'\\\\''" "${_ocelot_rest%%\'*}" ;;
        *) break ;;
      esac
      _ocelot_rest=${_ocelot_rest#*\'}
    done
    printf "%s'\n" "$_ocelot_rest"
  done
)

# Takes away what the calling script may have set and what would change the meaning of the lines here.
_ocelot_tag_settle() {
  set +efuvxC
  # shellcheck disable=SC3044 # asked of bash only
  [ -z "${BASH_VERSION:-}" ] || shopt -u failglob nullglob nocaseglob
  unset CDPATH
  IFS=' '
  LC_ALL=C
  export LC_ALL
}

_ocelot_tag_say() {
  printf '%s\n' "$1" >&2
}

_ocelot_tag_fail() {
  _ocelot_tag_say "ocelot: $1: $2"
}

# Whether $1 can be the name of a tag variable. Ranges would depend on the locale in some shells, so letters are spelled out.
_ocelot_tag_named() {
  case $1 in
    [0123456789_]* | *[!ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_]*) ;;
    *_TAG) return 0 ;;
  esac
  _ocelot_tag_fail tag-name-invalid "not a tag variable: '$1'"
  _ocelot_tag_say '  expected: upper-case letters, digits and _, a letter first, _TAG last, as in MY_COMPONENT_TAG'
  case $1 in
    *"$(printf '\r')") _ocelot_tag_say 'Fix: give the calling script LF line ends, it has CR LF' ;;
  esac
  return 1
}

_ocelot_tag_component() {
  printf '%s\n' "${1%_TAG}" | sed 'y/ABCDEFGHIJKLMNOPQRSTUVWXYZ_/abcdefghijklmnopqrstuvwxyz-/'
}

# Prints the tag of component $1 with the inputs that follow.
_ocelot_tag_compute() {
  _ocelot_tag_enter_root "$1" || return 2
  shift
  set -- "$_ocelot_script" "$@"
  for _ocelot_input do
    case $_ocelot_input in
      /*) _ocelot_path=$_ocelot_input ;;
      *) _ocelot_path=./$_ocelot_input ;;
    esac
    if [ -z "$_ocelot_input" ]; then
      _ocelot_tag_fail input-missing 'the name of an input is empty'
      return 2
    elif [ ! -e "$_ocelot_path" ]; then
      _ocelot_tag_fail input-missing "no file '$_ocelot_input' below $(pwd -P)"
      return 2
    elif [ ! -f "$_ocelot_path" ] || [ ! -r "$_ocelot_path" ]; then
      _ocelot_tag_fail input-missing "not a regular file that can be read: '$_ocelot_input'"
      return 2
    fi
    shift
    set -- "$@" "$_ocelot_path"
  done
  _ocelot_tag_find_md5 || return 2
  # A file that cannot be read to its end puts a mark before the digest, which then is none.
  _ocelot_sum=$({ { for _ocelot_path do
    cat <"$_ocelot_path" || printf '!' >&3
  done; } | $_ocelot_md5; } 3>&1)
  _ocelot_sum=${_ocelot_sum%% *}
  case $_ocelot_sum in
    *[!0123456789abcdef]*) ;;
    *)
      if [ ${#_ocelot_sum} -eq 32 ]; then
        printf '%s\n' "$_ocelot_sum"
        return 0
      fi
      ;;
  esac
  _ocelot_tag_fail file-access 'the inputs could not be read'
  return 2
}

# Changes to the root and sets _ocelot_script.
_ocelot_tag_enter_root() {
  # The component may be spelled with either of - and _, which the variable does not tell apart.
  _ocelot_pattern=$(_ocelot_tag_component "$1" | sed 's/-/[-_]/g')
  if [ -n "${OCELOT_ROOT:-}" ]; then
    case $OCELOT_ROOT in
      /*) _ocelot_root=$OCELOT_ROOT ;;
      *) _ocelot_root=./$OCELOT_ROOT ;;
    esac
    if ! command cd -P "$_ocelot_root" 2>/dev/null; then
      _ocelot_tag_fail file-access "OCELOT_ROOT is not a folder that can be entered: '$OCELOT_ROOT'"
      return 2
    fi
    _ocelot_tag_find_script "$1" || return 2
    [ -z "$_ocelot_script" ] || return 0
  else
    while :; do
      _ocelot_tag_find_script "$1" || return 2
      [ -z "$_ocelot_script" ] || return 0
      case $(pwd -P) in
        / | // | '') break ;;
      esac
      command cd -P .. 2>/dev/null || break
    done
  fi
  _ocelot_name=$(_ocelot_tag_component "$1")
  _ocelot_tag_fail unknown-component "no build script for $1"
  _ocelot_tag_say "  expected: .gitlab-ci/container/build-$_ocelot_name.sh or components/$_ocelot_name/build.sh below the root"
  return 2
}

# Sets _ocelot_script to the one build script of the component below the current folder, or to nothing.
_ocelot_tag_find_script() {
  _ocelot_script=
  # shellcheck disable=SC2231 # the pattern is meant to match
  for _ocelot_candidate in .gitlab-ci/container/build-$_ocelot_pattern.sh components/$_ocelot_pattern/build.sh; do
    if [ ! -e "$_ocelot_candidate" ] && [ ! -L "$_ocelot_candidate" ]; then
      continue
    fi
    if [ -n "$_ocelot_script" ]; then
      _ocelot_tag_fail config-invalid "two build scripts for $1: $_ocelot_script and $_ocelot_candidate"
      return 2
    fi
    _ocelot_script=$_ocelot_candidate
  done
}

# Sets _ocelot_md5 to a command that was seen to digest its standard input.
_ocelot_tag_find_md5() {
  for _ocelot_md5 in md5sum 'busybox md5sum' 'toybox md5sum' md5 'openssl dgst -md5 -r'; do
    case $($_ocelot_md5 </dev/null 2>/dev/null) in
      d41d8cd98f00b204e9800998ecf8427e*) return 0 ;;
    esac
  done
  _ocelot_tag_fail tool-missing 'nothing here computes MD5'
  _ocelot_tag_say 'Fix: install one of md5sum (coreutils), busybox, toybox, md5, openssl'
  return 2
}

# Whether variable $1 holds tag $2; says what it holds if not.
_ocelot_tag_declared() {
  eval "_ocelot_declared=\${$1:-}"
  if [ -z "$_ocelot_declared" ]; then
    _ocelot_tag_fail tag-undeclared "$1 is not set"
    _ocelot_tag_say "  expected: the declared tag, CONDITIONAL_BUILD_$1"
    return 1
  fi
  [ "$_ocelot_declared" != "$2" ] || return 0
  _ocelot_tag_fail tag-mismatch "$1 is not the tag of what is here"
  _ocelot_tag_say "  declared: $_ocelot_declared"
  return 1
}

# Prints the folder of tag files in a form that no command takes for an option, without a line end.
_ocelot_tag_directory() {
  case ${OCELOT_TAG_DIRECTORY:-/mesa-ci-build-tag} in
    /*) printf '%s' "${OCELOT_TAG_DIRECTORY:-/mesa-ci-build-tag}" ;;
    *) printf './%s' "$OCELOT_TAG_DIRECTORY" ;;
  esac
}

# Writes tag $2 to the tag file of $1: complete or not at all.
_ocelot_tag_write() {
  _ocelot_folder=$(_ocelot_tag_directory && printf x)
  _ocelot_folder=${_ocelot_folder%x}
  _ocelot_new=$_ocelot_folder/.$1.$$
  trap 'rm -f "$_ocelot_new"' EXIT
  trap 'exit 2' HUP INT TERM
  if mkdir -p "$_ocelot_folder" \
    && [ ! -d "$_ocelot_folder/$1" ] \
    && rm -f "$_ocelot_new" \
    && set -C \
    && printf '%s' "$2" >"$_ocelot_new" \
    && mv -f "$_ocelot_new" "$_ocelot_folder/$1"; then
    return 0
  fi
  _ocelot_tag_fail file-access "the tag file $_ocelot_folder/$1 could not be written"
  return 2
}

_ocelot_tag_update_command() {
  printf '%s' 'mvn ocelot:update-tags'
}

_ocelot_tag_variable_names() {
  printf '%s' ''
}
