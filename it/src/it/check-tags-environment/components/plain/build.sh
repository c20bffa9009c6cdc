#!/bin/sh
set -eu
. "$OCELOT_TAG_FUNCTIONS"
ci_tag_build_time_check PLAIN_TAG
