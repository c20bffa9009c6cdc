#!/usr/bin/env bash

# When changing this file, you need to bump the tags of the images that hold @NAME@ in
# .gitlab-ci/image-tags.yml. Name them here, one a line.

set -uex

# Files that shape what is built go behind the variable, relative to the root of the repository.
ci_tag_build_time_check "@VARIABLE@"

# Build and install @NAME@ from here on.
