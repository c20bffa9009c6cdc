#!/bin/sh
# Builds hello, a program of our own, with our patch on it.
set -eu

. "$OCELOT_TAG_FUNCTIONS"
ci_tag_build_time_check "HELLO_TAG" \
  components/hello/hello.c \
  components/hello/patches/0001-greet-by-name.patch

cp components/hello/hello.c "$OCELOT_WORK_DIR/hello.c"
patch -p1 -d "$OCELOT_WORK_DIR" <components/hello/patches/0001-greet-by-name.patch

"$OCELOT_TRIPLE-gcc" -O2 -Wall -Wextra -Werror -static -o "$OCELOT_WORK_DIR/hello" "$OCELOT_WORK_DIR/hello.c"
"$OCELOT_TRIPLE-strip" "$OCELOT_WORK_DIR/hello"

install -D -m 0755 "$OCELOT_WORK_DIR/hello" "$ARTIFACTS_DIR/bin/hello"
