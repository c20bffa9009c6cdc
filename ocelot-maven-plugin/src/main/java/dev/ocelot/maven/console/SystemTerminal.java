package dev.ocelot.maven.console;

import dev.ocelot.packaging.process.CancelledException;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.progress.WindowSize;
import dev.ocelot.problem.ProblemException;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The terminal that Maven was started at. */
public final class SystemTerminal implements Terminal {
  private static final Duration QUICK = Duration.ofSeconds(2);
  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})");

  private final StandardOutput out;
  private @Nullable WindowSize known;

  /**
   * On standard output.
   *
   * @param out where to write
   */
  public SystemTerminal(StandardOutput out) {
    this.out = out;
  }

  @Override
  @SuppressWarnings("SystemConsoleNull") // newer versions of Java are asked below
  public boolean isPresent() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // Since Java 22 there is a console without a terminal, and it can be asked.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** Asked for once: lines that were cut for a window which is smaller by now do not wrap. */
  @Override
  public synchronized WindowSize size() {
    WindowSize size = known;
    if (size == null) {
      size = parse(ask());
      known = size;
    }
    return size;
  }

  private static List<String> ask() {
    List<String> lines = new ArrayList<>();
    try {
      new LocalProcessRunner()
          .run(
              ProcessRequest.of(List.of("sh", "-c", "stty size </dev/tty"), ProcessLimits.of(QUICK))
                  .withOutput(ProcessOutput.lines(lines::add)));
    } catch (ProblemException | CancelledException e) {
      lines.clear();
    }
    return lines;
  }

  /**
   * Reads what {@code stty size} says.
   *
   * @param lines rows and columns
   * @return the size, or the usual one when that is not what stands there
   */
  static WindowSize parse(List<String> lines) {
    Matcher size = SIZE.matcher(lines.isEmpty() ? "" : lines.get(0));
    return size.matches()
        ? new WindowSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
        : WindowSize.USUAL;
  }

  @Override
  public void write(String text) {
    try {
      out.write(text.getBytes(charset()));
    } catch (IOException e) {
      // Nobody looks any more, and what is shown here stands nowhere else.
    }
  }

  /** That of the terminal, by the name that this version of Java gives it. */
  private static Charset charset() {
    String name =
        System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
    try {
      return name.isEmpty() ? Charset.defaultCharset() : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return Charset.defaultCharset();
    }
  }
}
