#!/bin/sh
set -eu
. "$OCELOT_TAG_FUNCTIONS"
ci_tag_build_time_check GREETING_TAG components/greeting/greeting.txt
cp components/greeting/greeting.txt "$ARTIFACTS_DIR"
printf '%s %s %s %s\n' "$OCELOT_PLATFORM" "$OCELOT_TRIPLE" "$SOURCE_DATE_EPOCH" "$LC_ALL" >"$ARTIFACTS_DIR/facts"
env | sed -n 's/^IT_NOT_DECLARED=.*/inherited/p' >"$ARTIFACTS_DIR/inherited"
