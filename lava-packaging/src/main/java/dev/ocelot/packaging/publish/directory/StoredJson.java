package dev.ocelot.packaging.publish.directory;

import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads a file that this service wrote; a damaged one is a failure, never an empty answer. */
final class StoredJson {
  private StoredJson() {}

  /**
   * Reads an object. The file may be removed at any time.
   *
   * @param file the file
   * @param what what it is, such as {@code a row}
   * @param read reads the object; what it adds to the problems makes the file damaged
   * @return what was read, or empty when there is no such file
   * @throws LayerServiceException when the file is damaged
   */
  static <T> Optional<T> read(
      Path file, String what, BiFunction<JsonNode.Members, Problems, T> read)
      throws IOException, LayerServiceException {
    Problems problems = new Problems();
    byte[] bytes;
    try {
      if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
        throw damaged(file + " is not a regular file");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    JsonNode root = new JsonTree().parse(bytes, file.toString(), problems).orElse(null);
    if (root instanceof JsonNode.Members object) {
      T result = read.apply(object, problems);
      if (!problems.hasErrors()) {
        return Optional.of(result);
      }
    }
    throw damaged(
        problems.all().stream()
            .findFirst()
            .map(Problem::toString)
            .orElse(file + " is not " + what));
  }

  private static LayerServiceException damaged(String why) {
    return new LayerServiceException(Fault.UNAVAILABLE, "damaged: " + why);
  }
}
