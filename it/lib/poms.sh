# shellcheck shell=bash
# The POM of a repository of one module.

# write_pom FOLDER GROUP ARTIFACT VERSION: FOLDER/pom.xml with the packaging `ocelot`, by the plugin of this version of Ocelot.
write_pom() {
  local plugin
  plugin=$(sed -n 's#^  <version>\(.*\)</version>#\1#p' "${it:?}/../pom.xml" | head -n 1)
  cat >"$1/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>$2</groupId>
  <artifactId>$3</artifactId>
  <version>$4</version>
  <packaging>ocelot</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>dev.ocelot</groupId>
        <artifactId>ocelot-maven-plugin</artifactId>
        <version>$plugin</version>
        <extensions>true</extensions>
      </plugin>
    </plugins>
  </build>
</project>
XML
}
