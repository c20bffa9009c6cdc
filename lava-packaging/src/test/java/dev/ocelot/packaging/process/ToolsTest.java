package dev.ocelot.packaging.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTest {
  private final Path folder;

  ToolsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path program(String directory, String mode) throws IOException {
    Path file = Files.createDirectories(folder.resolve(directory)).resolve("tool");
    Files.writeString(file, "#!/bin/sh\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }

  @Test
  void everyProgramOfThatNameIsFoundOnceInTheOrderOfThePath() throws IOException {
    Path b = program("b", "rwxr-xr-x");
    Path a = program("a", "rwxr-xr-x");
    program("plain", "rw-r--r--");
    Files.createDirectories(folder.resolve("folder/tool"));
    Files.createSymbolicLink(folder.resolve("same"), folder.resolve("b"));
    String path =
        String.join(
            ":",
            folder.resolve("plain").toString(),
            folder.resolve("folder").toString(),
            "",
            "relative",
            folder.resolve("b").toString(),
            folder.resolve("gone").toString(),
            folder.resolve("a").toString(),
            folder.resolve("same").toString());
    Tools tools = new Tools(Map.of("PATH", path));
    assertThat(tools.findAll("tool")).containsExactly(b, a);
    assertThat(tools.find("tool")).isEqualTo(b);
  }

  @Test
  void aMissingProgramIsAProblemWithItsRemedy() {
    Tools none = new Tools(Map.of());
    assertThat(none.findAll("tool")).isEmpty();
    assertThatThrownBy(() -> none.find("tool", "apt-get install tool"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems().get(0).toString() + e.problems().get(0).remedy())
                    .contains("tool-missing")
                    .contains("apt-get install tool"));
  }
}
