#!/bin/sh
set -eu
ci_tag_build_time_check OTHER_TAG
