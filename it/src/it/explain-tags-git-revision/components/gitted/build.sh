#!/bin/sh
set -eu
. "$OCELOT_TAG_FUNCTIONS"
PATCHES="components/gitted/patches/fix.patch"
ci_tag_build_time_check GITTED_TAG "$PATCHES"
