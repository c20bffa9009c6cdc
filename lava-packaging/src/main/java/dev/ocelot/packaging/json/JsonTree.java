package dev.ocelot.packaging.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Reads one JSON document into a tree: UTF-8, no names twice, nothing after the document, within
 * limits. Everything wrong is a problem with its place.
 */
public final class JsonTree {
  /** A document is not JSON, or does not say what such a document must say. */
  public static final ProblemId JSON_INVALID = ProblemId.user("json-invalid");

  private final JsonLimits limits;
  private final JsonFactory factory;

  /**
   * Reads within limits.
   *
   * @param limits how much is read
   */
  public JsonTree(JsonLimits limits) {
    this.limits = limits;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxDocumentLength(limits.bytes())
                    .maxNestingDepth(limits.depth())
                    .maxTokenCount(limits.tokens())
                    .maxStringLength(limits.bytes())
                    .build())
            .build();
  }

  /** Reads within {@link JsonLimits#DEFAULT}. */
  public JsonTree() {
    this(JsonLimits.DEFAULT);
  }

  /**
   * Reads a file.
   *
   * @param file a regular file; nothing else is opened
   * @param shownAs how problems name it
   * @param problems takes what is wrong
   * @return the document, or empty when a problem was added
   */
  public Optional<JsonNode> read(Path file, String shownAs, Problems problems) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        problems.add(
            Problem.error(ProblemId.FILE_ACCESS, shownAs + " is not a regular file")
                .at(Location.of(shownAs)));
        return Optional.empty();
      }
      // Asked before reading for the sake of memory, and held while reading as a file may grow.
      if (attributes.size() > limits.bytes()) {
        problems.add(tooLong(shownAs, attributes.size()));
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return parse(in.readNBytes(limits.bytes() + 1), shownAs, problems);
      }
    } catch (IOException e) {
      problems.add(
          Problem.error(ProblemId.FILE_ACCESS, shownAs + " cannot be read: " + reason(e))
              .at(Location.of(shownAs))
              .withRemedy(Remedy.advice("check that the file exists and can be read")));
      return Optional.empty();
    }
  }

  /**
   * Reads bytes.
   *
   * @param bytes the document in UTF-8; a byte order mark at its start is skipped
   * @param shownAs how problems name it
   * @param problems takes what is wrong
   * @return the document, or empty when a problem was added
   */
  public Optional<JsonNode> parse(byte[] bytes, String shownAs, Problems problems) {
    if (bytes.length > limits.bytes()) {
      problems.add(tooLong(shownAs, bytes.length));
      return Optional.empty();
    }
    try {
      // Strict by default, unlike new String(bytes, UTF_8).
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new JsonTreeBuilder(factory, JsonText.of(text, shownAs), problems).build();
    } catch (CharacterCodingException e) {
      problems.add(
          Problem.error(JSON_INVALID, shownAs + " is not UTF-8 text").at(Location.of(shownAs)));
      return Optional.empty();
    }
  }

  private Problem tooLong(String shownAs, long size) {
    return Problem.error(JSON_INVALID, shownAs + " is too long to be read")
        .at(Location.of(shownAs))
        .comparing(size + " bytes", "at most " + limits.bytes() + " bytes");
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }
}
