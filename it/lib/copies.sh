# shellcheck shell=bash
# Copies of the quickstart repository to try things in.

# copy_quickstart FOLDER: what git tracks of it, under a git of its own.
copy_quickstart() {
  mkdir "$1"
  (cd "${it:?}/quickstart-repo" && git ls-files -z | xargs -0 cp --parents -t "$1")
  git -C "$1" init -q
  commit_all "$1" "a copy"
}

# commit_all FOLDER MESSAGE
commit_all() {
  git -C "$1" add -A
  git -C "$1" -c user.name=it -c user.email=it@localhost commit -q -m "$2"
}
