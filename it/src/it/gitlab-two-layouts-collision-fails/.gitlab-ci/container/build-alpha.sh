#!/usr/bin/env bash
# When changing this file, you need to bump the following
# .gitlab-ci/image-tags.yml tags:
# DEBIAN_GL_TAG

set -uex
ci_tag_build_time_check "ALPHA_TAG" .gitlab-ci/alpha.patch
patch -p1 <.gitlab-ci/alpha.patch
