#!/bin/sh
set -eu
ci_tag_build_time_check TWO_WORDS_TAG
