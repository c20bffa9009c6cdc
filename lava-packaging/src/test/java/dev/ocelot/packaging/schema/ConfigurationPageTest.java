package dev.ocelot.packaging.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The tables of {@code docs/configuration.md} are what the schemas and the defaults say. With
 * {@code -Docelot.docs.write=true} they are written.
 */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final String END = "<!-- end -->\n";

  @ParameterizedTest
  @CsvSource({"components, components.<name>.build., build", "publish, '', publish"})
  void showsEverySettingWithItsDefault(String file, String home, String section)
      throws IOException {
    JsonNode schema = read(new ObjectMapper(), "schemas/" + file + ".schema.json");
    JsonNode defaults = read(new YAMLMapper(), "defaults.yaml").get(section);
    SettingsTable table = new SettingsTable(schema, home, defaults);
    assertThat(table.forgotten()).as("defaults without a setting").isEmpty();
    String begin = "<!-- " + file + ": generated -->\n";
    String text = Files.readString(PAGE);
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(END, from);
    assertThat(text).contains(begin);
    assertThat(to).as("the end of the table").isPositive();
    String wanted = text.substring(0, from) + table.markdown() + text.substring(to);
    if (Boolean.getBoolean("ocelot.docs.write")) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"components", "publish"})
  void showsAnExampleThatKeepsToTheSchema(String file) throws IOException {
    String text = Files.readString(PAGE);
    String chapter = text.substring(text.indexOf("## config/" + file + ".yaml\n"));
    String begin = "```yaml\n";
    int from = chapter.indexOf(begin) + begin.length();
    String example = chapter.substring(from, chapter.indexOf("```", from));
    assertThat(new PublishedSchema(file).complaintsAboutYaml(example)).isEmpty();
  }

  private static JsonNode read(ObjectMapper mapper, String name) throws IOException {
    String resource = "/dev/ocelot/config/" + name;
    try (InputStream in =
        Objects.requireNonNull(
            ConfigurationPageTest.class.getResourceAsStream(resource), resource)) {
      return mapper.readTree(in);
    }
  }
}
