#!/bin/sh
ci_tag_build_time_check ALPHA_TAG
