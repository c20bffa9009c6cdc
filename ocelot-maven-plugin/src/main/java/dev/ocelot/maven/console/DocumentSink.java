package dev.ocelot.maven.console;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * One document a report, to a file or to standard output, as JSON for a program or as plain text
 * lines.
 */
public final class DocumentSink implements ReportSink {

  /** Where a document goes. */
  @FunctionalInterface
  public interface Target {
    /**
     * Takes the document whole.
     *
     * @param document the bytes
     * @throws IOException when it cannot be written
     */
    void write(byte[] document) throws IOException;
  }

  private final Format format;
  private final Target target;
  private final String shownAs;

  /**
   * To a target.
   *
   * @param format how the document is written
   * @param target where it goes
   * @param shownAs names the target in a problem
   */
  public DocumentSink(Format format, Target target, String shownAs) {
    this.format = format;
    this.target = target;
    this.shownAs = shownAs;
  }

  @Override
  public void accept(Report report) {
    try {
      target.write(format == Format.JSON ? json(report) : text(report));
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "the report cannot be written: " + reason(e))
              .at(Location.of(shownAs))
              .withRemedy(
                  Remedy.advice("Name a file in a folder that is there and can be written")),
          e);
    }
  }

  /** Without the names of the temporary file that a report is written to first. */
  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "the folder does not exist";
    }
    String reason = e instanceof FileSystemException system ? system.getReason() : null;
    return reason == null ? String.valueOf(e.getMessage()) : reason;
  }

  private static byte[] text(Report report) {
    String lines = String.join("\n", report.lines());
    return (lines.isEmpty() ? "" : lines + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] json(Report report) {
    StringBuilder out = new StringBuilder();
    report.document().writeTo(new JsonWriter(out));
    return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }
}
