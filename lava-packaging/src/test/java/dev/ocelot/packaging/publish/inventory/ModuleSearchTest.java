package dev.ocelot.packaging.publish.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.PublishedRows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleSearchTest {
  private static final String BILL =
      """
      {"bomFormat": "CycloneDX", "components": [
        {"type": "library", "name": "golang.org/x/net", "version": "%s"},
        {"type": "library", "name": "golang.org/x/text", "version": "v0.20.0"},
        {"type": "library", "name": "unversioned"}
      ]}
      """;

  private static PublishedRow row(String region, String version) {
    return new PublishedRows(region, "minimal", "amd64", "prod")
        .bill(BILL.formatted(version))
        .row();
  }

  @ParameterizedTest
  @CsvSource({
    "v0.38.0, false",
    "v0.37.9, true",
    "v0.9.0, true",
    "v0.38.0-rc.1, true",
    "v1.0.0, false",
    "v0.38.1, false",
    "'', true",
    "(devel), true"
  })
  void belowIsByVersionAndNotByText(String version, boolean found) {
    ModuleQuestion question = new ModuleQuestion(new LayerPattern("golang.org/x/net"), "v0.38.0");

    assertThat(ModuleSearch.of(List.of(row("us-east-1", version)), question).matches())
        .hasSize(found ? 1 : 0);
  }

  @Test
  void namesTheVersionsAndThoseThatCannotBeTold() {
    PublishedRow silent = new PublishedRows("ca-west-1", "minimal", "amd64", "prod").row();
    PublishedRow broken =
        new PublishedRows("eu-west-2", "minimal", "amd64", "prod").text("sbom", "%%%").row();
    ModuleSearch search =
        ModuleSearch.of(
            List.of(row("us-east-1", "v0.1.0"), row("eu-west-1", "v0.2.0"), silent, broken),
            new ModuleQuestion(new LayerPattern("golang.org/x/*"), ""));

    assertThat(search.matches())
        .extracting(match -> match.row().region() + " " + match.module() + " " + match.version())
        .containsExactly(
            "eu-west-1 golang.org/x/net v0.2.0",
            "eu-west-1 golang.org/x/text v0.20.0",
            "us-east-1 golang.org/x/net v0.1.0",
            "us-east-1 golang.org/x/text v0.20.0");
    assertThat(search.unknown()).containsExactly(silent, broken);
  }
}
