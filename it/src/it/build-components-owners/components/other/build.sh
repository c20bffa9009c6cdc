#!/bin/sh
set -eu
. "$OCELOT_TAG_FUNCTIONS"
ci_tag_build_time_check OTHER_TAG components/other/other.txt
cp components/other/other.txt "$ARTIFACTS_DIR"
