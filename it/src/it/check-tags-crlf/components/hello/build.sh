#!/bin/sh
set -eu
. "$OCELOT_TAG_FUNCTIONS"
PATCHES="components/hello/patches/fix.patch"
ci_tag_build_time_check HELLO_TAG "$PATCHES"
