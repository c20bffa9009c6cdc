#!/bin/sh
# Builds the LMDB database from its released source with our patches on it, and mdb, a command line for it.
set -eu

. "$OCELOT_TAG_FUNCTIONS"
ci_tag_build_time_check "LMDB_TAG" \
  components/lmdb/patches/0001-larger-databases.patch \
  components/lmdb/patches/0002-command-line.patch

# The source was fetched by the digest that config/components.yaml gives; nothing is downloaded here.
unzip -q "$OCELOT_SOURCES/lmdbjni-0.4.6-native-src.zip" -d "$OCELOT_WORK_DIR"
source_dir="$OCELOT_WORK_DIR/lmdbjni-0.4.6-native-src/src"
for change in 0001-larger-databases 0002-command-line; do
  patch -p1 -d "$source_dir" <"components/lmdb/patches/$change.patch"
done

cd "$source_dir"
"$OCELOT_TRIPLE-gcc" -O2 -Wall -Werror -pthread -static -o mdb mdb.c midl.c mdb_shell.c
"$OCELOT_TRIPLE-strip" mdb

install -D -m 0755 mdb "$ARTIFACTS_DIR/bin/mdb"
