package dev.ocelot.tag.declared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Start-up is paid by every goal, and a constructor that is never loaded can construct nothing: of
 * snakeyaml only the scanner and the parser are on the way.
 */
class ClassLoadingTest {
  @TempDir Path dir;

  @Test
  void loadsNeitherConstructorsNorResolvers() throws IOException, InterruptedException {
    Path log = dir.resolve("classes.txt");
    Path file = Files.writeString(dir.resolve("tags.yml"), "variables: {A: &a !x [b]}\n");
    Process process =
        EditorProcess.start(
            List.of("-Xlog:class+load:file=" + log),
            List.of("add", dir.resolve("cache").toString(), file.toString(), "K", "2"));
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();

    String loaded = Files.readString(log);
    assertThat(loaded).contains("org.yaml.snakeyaml.parser.ParserImpl ");
    for (String unwanted : List.of("constructor", "resolver", "composer", "nodes", "representer")) {
      assertThat(loaded).doesNotContain("org.yaml.snakeyaml." + unwanted);
    }
    assertThat(loaded).doesNotContain("org.yaml.snakeyaml.Yaml ");
    assertThat(loaded).doesNotContain("dev.ocelot.yaml.Canonical");
  }
}
