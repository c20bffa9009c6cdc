package dev.ocelot.packaging.collector.program;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoProgramTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "#!/bin/sh", "\u007fELF\u0002\u0001"})
  void whatIsNoProgramOfGoIsAProblem(String start, @TempDir Path folder) throws IOException {
    Path file =
        Files.write(
            folder.resolve("f"), (start + "\0".repeat(200)).getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> GoProgram.open(file).modules())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not a program that Go has linked");
  }
}
