# shellcheck shell=bash
# Other versions of Maven, brought by the Maven that is here.

DEPENDENCY_PLUGIN=org.apache.maven.plugins:maven-dependency-plugin:3.8.1

# maven_home VERSION: the folder of that Maven, whether it is there or not.
maven_home() { printf '%s/mavens/apache-maven-%s\n' "$(cache_directory)" "$1"; }

# bring_maven VERSION: unpacks that Maven into the cache.
bring_maven() {
  local version=$1 home mavens log work
  home=$(maven_home "$version")
  mavens=${home%/*}
  [ ! -x "$home/bin/mvn" ] || return 0
  log="$(state_directory)/mavens.log"
  say "maven: fetching $version"
  mkdir -p "$mavens"
  work=$(mktemp -d "$mavens/.incoming.XXXXXX")
  if ! (cd "$work" && logged "$log" 600 mvn -B "$DEPENDENCY_PLUGIN:unpack" \
    -Dartifact="org.apache.maven:apache-maven:$version:zip:bin" -DoutputDirectory="$work"); then
    rm -rf "$work"
    tail_of "$log"
    fail "Maven $version could not be fetched" "the whole log: $log"
  fi
  # Another run may have been quicker: then its folder stays.
  mv -T "$work/apache-maven-$version" "$home" 2>/dev/null || [ -x "$home/bin/mvn" ]
  rm -rf "$work"
}
