package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Files to read, and what was said about them. */
final class Samples {
  private Samples() {}

  static Path write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> errors(Problems problems) {
    return problems.all().stream().filter(Problem::isError).map(Problem::toString).toList();
  }

  static List<String> all(Problems problems) {
    return problems.all().stream().map(Problem::toString).toList();
  }

  static List<String> remedies(Problems problems) {
    return problems.all().stream()
        .map(Problem::remedy)
        .filter(Remedy.Advice.class::isInstance)
        .map(remedy -> ((Remedy.Advice) remedy).text())
        .toList();
  }
}
