#!/bin/sh
set -eu
. "$OCELOT_TAG_FUNCTIONS"
ci_tag_build_time_check GREETING_TAG components/greeting/greeting.txt
cp components/greeting/greeting.txt "$ARTIFACTS_DIR"
