#!/bin/sh
set -eu

# Files that shape what is built go behind the variable, relative to the root of the repository.
. "$OCELOT_TAG_FUNCTIONS"
ci_tag_build_time_check "@VARIABLE@"

# Build @NAME@ from here on: what lies in ARTIFACTS_DIR at the end is the component.
printf '%s for %s\n' '@NAME@' "$OCELOT_PLATFORM" >"$ARTIFACTS_DIR/@NAME@.txt"
