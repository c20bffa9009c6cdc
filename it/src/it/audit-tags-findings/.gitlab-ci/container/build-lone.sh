#!/bin/sh
set -e
ci_tag_build_time_check "LONE_TAG"
