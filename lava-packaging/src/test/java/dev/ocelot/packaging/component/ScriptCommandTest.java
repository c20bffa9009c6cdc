package dev.ocelot.packaging.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptCommandTest {
  static Stream<Arguments> scripts() {
    return Stream.of(
        arguments("", List.of("sh")),
        arguments("echo hello\n", List.of("sh")),
        arguments("#!/bin/sh\n", List.of("/bin/sh")),
        arguments("#! /bin/sh -eu\nx\n", List.of("/bin/sh", "-eu")),
        arguments("#!/usr/bin/env -S bash -e\n", List.of("/usr/bin/env", "-S bash -e")),
        arguments("#!\n", List.of("sh")),
        arguments("#!/bin/sh", List.of("sh")),
        arguments(" #!/bin/sh\n", List.of("sh")));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void isWhatTheFirstLineSays(String text, List<String> interpreter, @TempDir Path folder)
      throws IOException {
    Path script = Files.writeString(folder.resolve("s"), text);
    List<String> command = new ArrayList<>(interpreter);
    command.add("build.sh");
    assertThat(ScriptCommand.of(script, "build.sh")).isEqualTo(command);
  }

  @Test
  void aNameIsNeverAnOption(@TempDir Path folder) throws IOException {
    Path script = Files.writeString(folder.resolve("s"), "");
    assertThat(ScriptCommand.of(script, "-c")).containsExactly("sh", "./-c");
  }
}
