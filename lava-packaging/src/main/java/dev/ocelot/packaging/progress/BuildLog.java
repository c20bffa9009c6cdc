package dev.ocelot.packaging.progress;

import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a build prints: into a file that can be followed, the newest line to whoever watches, the
 * last lines kept for a problem. A flood fills neither the disk nor the memory.
 */
public final class BuildLog implements Consumer<String>, AutoCloseable {
  private static final long MOST_CHARACTERS = 64L << 20;
  private static final int TAIL_LINES = 20;
  private static final int TAIL_WIDTH = 500;
  private static final int MOST_LOOKED_AT = 4 * TAIL_WIDTH;
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final long FLUSH_EVERY = 250_000_000L;

  private final BufferedWriter file;
  private final Path path;
  private final JobProgress progress;
  private final Deque<String> tail = new ArrayDeque<>();
  private long written;
  private long flushed = System.nanoTime();

  private BuildLog(Path path, BufferedWriter file, JobProgress progress) {
    this.path = path;
    this.file = file;
    this.progress = progress;
  }

  /**
   * Begins a log; an older one in its place is gone.
   *
   * @param path the log's file; missing folders are made
   * @param progress hears the newest line
   * @return the log
   * @throws ProblemException {@code file-access} when it cannot be written
   */
  public static BuildLog open(Path path, JobProgress progress) {
    try {
      Files.createDirectories(
          Objects.requireNonNull(path.toAbsolutePath().getParent(), "a log is a file"));
      Files.deleteIfExists(path);
      return new BuildLog(path, Files.newBufferedWriter(path, StandardCharsets.UTF_8), progress);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  @Override
  public synchronized void accept(String line) {
    String shown = printable(line);
    progress.line(shown);
    tail.addLast(shown);
    if (tail.size() > TAIL_LINES) {
      tail.removeFirst();
    }
    try {
      write(line);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  private void write(String line) throws IOException {
    if (written > MOST_CHARACTERS) {
      return;
    }
    written += line.length() + 1L;
    file.write(line);
    file.newLine();
    if (written > MOST_CHARACTERS) {
      file.write("(the rest is left out: it is more than " + MOST_CHARACTERS + " characters)");
      file.newLine();
    }
    if (System.nanoTime() - flushed > FLUSH_EVERY) {
      file.flush();
      flushed = System.nanoTime();
    }
  }

  /** A line that can stand in a message: no control characters, and not without end. */
  private static String printable(String line) {
    String start = line.length() > MOST_LOOKED_AT ? line.substring(0, MOST_LOOKED_AT) : line;
    String plain = CONTROL.matcher(SEQUENCE.matcher(start).replaceAll("")).replaceAll(" ");
    return plain.length() > TAIL_WIDTH || start.length() < line.length()
        ? plain.substring(0, Math.min(plain.length(), TAIL_WIDTH)) + "…"
        : plain;
  }

  /**
   * Where it lies.
   *
   * @return the file
   */
  public Path path() {
    return path;
  }

  /**
   * The last lines that were printed, fit to stand in a message.
   *
   * @return at most 20
   */
  public synchronized List<String> tail() {
    return List.copyOf(tail);
  }

  @Override
  public synchronized void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  private static ProblemException failure(Path path, IOException e) {
    return new ProblemException(
        Problem.error(ProblemId.FILE_ACCESS, "the log of a build cannot be written: " + e)
            .at(Location.of(path.toString()))
            .withRemedy(FileAccessProblem.MAKE_ROOM),
        e);
  }
}
