package dev.ocelot.packaging.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.source.Source;
import dev.ocelot.problem.Location;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePartsTest {
  private static final String SHA = "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource({
    "maven:g.h:lmdb:0.4:native:zip, pkg:maven/g.h/lmdb@0.4?classifier=native&type=zip",
    "maven:g.h:lmdb:0.4:jar, pkg:maven/g.h/lmdb@0.4?type=jar",
    "https://example.org/a/jq.tgz, "
        + "pkg:generic/jq.tgz?checksum=sha256:SHA&download_url=https%3A%2F%2Fexample.org%2Fa%2Fjq.tgz",
  })
  void haveThePackageUrlOfTheirEcosystem(String address, String purl) {
    Source source = new Source(address, SHA, Location.NONE);
    String name = address.substring(address.lastIndexOf('/') + 1);
    assertThat(SourceParts.of(List.of(new DeclaredSource(source, name))))
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.purl()).isEqualTo(purl.replace("SHA", SHA));
              assertThat(part.sha256()).isEqualTo(SHA);
            });
  }
}
