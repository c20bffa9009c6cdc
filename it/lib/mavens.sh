# shellcheck shell=bash
# Other versions of Maven, brought by the Maven that is here.

# bring_maven VERSION: unpacks that Maven into the cache and sets MAVEN_HOME_FOUND to its folder.
bring_maven() {
  local version=$1 mavens home log work
  mavens="$(cache_directory)/mavens"
  home="$mavens/apache-maven-$version"
  MAVEN_HOME_FOUND=$home
  [ ! -x "$home/bin/mvn" ] || return 0
  log="$(state_directory)/mavens.log"
  say "maven: fetching $version"
  mkdir -p "$mavens"
  work=$(mktemp -d "$mavens/.incoming.XXXXXX")
  (cd "$work" && logged "$log" 600 mvn -B "$DEPENDENCY_PLUGIN:unpack" \
    -Dartifact="org.apache.maven:apache-maven:$version:zip:bin" -DoutputDirectory="$work" -Dmdep.unpack.excludes=) \
    && [ -x "$work/apache-maven-$version/bin/mvn" ] || {
    rm -rf "$work"
    tail_of "$log"
    fail "Maven $version could not be fetched" "the whole log: $log"
  }
  mv -T "$work/apache-maven-$version" "$home" 2>/dev/null || [ -x "$home/bin/mvn" ]
  rm -rf "$work"
}

DEPENDENCY_PLUGIN=org.apache.maven.plugins:maven-dependency-plugin:3.8.1
