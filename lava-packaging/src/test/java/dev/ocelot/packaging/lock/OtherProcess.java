package dev.ocelot.packaging.lock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second JVM with the class path of the tests, to which a test talks by lines. */
public final class OtherProcess implements AutoCloseable {
  private static final long PATIENCE = 60;

  private final Process process;
  private final BufferedReader lines;

  private OtherProcess(Process process) {
    this.process = process;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts one.
   *
   * @param main the class to run
   * @param arguments its arguments
   * @return the process
   */
  public static OtherProcess start(Class<?> main, Object... arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp"));
    argv.add(System.getProperty("java.class.path"));
    argv.add(main.getName());
    for (Object argument : arguments) {
      argv.add(argument.toString());
    }
    try {
      return new OtherProcess(
          new ProcessBuilder(argv).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The next line that it prints.
   *
   * @return the line, or {@code end of output}
   */
  public String line() {
    try {
      String line = lines.readLine();
      return line == null ? "end of output" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Its process id, as it stands in lock files.
   *
   * @return the id
   */
  public long pid() {
    return process.pid();
  }

  /** Kills it as {@code kill -9} does and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    ended();
  }

  /** Ends its standard input, which tells it to end, and waits. */
  public void finish() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ended();
  }

  private void ended() {
    try {
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other process does not end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
