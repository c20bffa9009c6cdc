#!/bin/sh
# Collects the greetings that hello can speak: plain files, the same for every platform.
set -eu

. "$OCELOT_TAG_FUNCTIONS"
ci_tag_build_time_check "MESSAGES_TAG" \
  components/messages/files/de.txt \
  components/messages/files/en.txt \
  components/messages/files/fr.txt

for file in components/messages/files/*.txt; do
  lines=$(wc -l <"$file")
  if [ "$lines" -ne 1 ]; then
    echo "$file must have exactly one line, it has $lines" >&2
    exit 1
  fi
  install -D -m 0644 "$file" "$ARTIFACTS_DIR/share/hello/messages/${file##*/}"
done
