#!/bin/bash
set -eu
. "$OCELOT_TAG_FUNCTIONS"
find_patches() { printf "%s" components/hello/patches/fix.patch; }
ci_tag_build_time_check HELLO_TAG "$(find_patches)"
