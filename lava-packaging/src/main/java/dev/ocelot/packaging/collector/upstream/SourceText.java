package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.digest.Digest;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A text file that was read once, so that its digest is that of the lines.
 *
 * @param shownAs how problems name it
 * @param lines without line ends
 * @param sha256 of its bytes
 */
record SourceText(String shownAs, List<String> lines, String sha256) {
  private static final long LARGEST = 4L << 20;

  SourceText {
    lines = List.copyOf(lines);
  }

  /** A text that was not read from a file. */
  static SourceText of(String shownAs, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new SourceText(shownAs, List.of(text.split("\r?\n", -1)), Digest.SHA256.of(bytes));
  }

  /** Reads a regular file; anything else there is a problem. */
  static Optional<SourceText> read(Path file, String shownAs, Problems problems) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
        problems.add(
            Problem.error(
                    ProblemId.INPUT_MISSING,
                    shownAs + " is no regular file of at most " + LARGEST + " bytes")
                .at(Location.of(shownAs)));
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return Optional.of(
          new SourceText(shownAs, List.of(text.split("\r?\n", -1)), Digest.SHA256.of(bytes)));
    } catch (IOException e) {
      problems.add(FileAccessProblem.of(shownAs, "read", e));
      return Optional.empty();
    }
  }

  /** A place in it; lines and columns count from 1. */
  Location at(int line, int column) {
    return Location.of(shownAs, line, column);
  }
}
