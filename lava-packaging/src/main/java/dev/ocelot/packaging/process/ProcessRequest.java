package dev.ocelot.packaging.process;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that a process is given. A copy with another part comes from the {@code with} methods.
 *
 * @param argv the program and its arguments, never read by a shell; the program is a path, or a
 *     name looked up on {@code PATH}
 * @param directory the directory in which it runs
 * @param environment its environment
 * @param input what it reads on standard input
 * @param output what happens to its standard output
 * @param errorLines called for each line of standard error, never at the same time as a consumer of
 *     output lines
 * @param limits how long it may take
 * @param cancellation ends it early
 * @param secrets what is never shown: not in lines, tails, problems or {@link #toString()}
 */
public record ProcessRequest(
    List<String> argv,
    Path directory,
    ProcessEnvironment environment,
    ProcessInput input,
    ProcessOutput output,
    Consumer<String> errorLines,
    ProcessLimits limits,
    Cancellation cancellation,
    Secrets secrets) {

  /** Keeps a copy. */
  public ProcessRequest {
    argv = List.copyOf(argv);
    if (argv.isEmpty() || argv.get(0).isEmpty()) {
      throw new IllegalArgumentException("a process without a program");
    }
  }

  /**
   * A process in the current directory with the inherited environment, nothing on standard input
   * and its output discarded.
   *
   * @param argv the program and its arguments
   * @param limits how long it may take
   * @return the request
   */
  public static ProcessRequest of(List<String> argv, ProcessLimits limits) {
    return new ProcessRequest(
        argv,
        Path.of("").toAbsolutePath(),
        ProcessEnvironment.inherited(),
        ProcessInput.empty(),
        ProcessOutput.discarded(),
        line -> {},
        limits,
        Cancellation.never(),
        Secrets.NONE);
  }

  /**
   * The same in another directory.
   *
   * @param where an existing directory
   * @return a copy
   */
  public ProcessRequest withDirectory(Path where) {
    return new ProcessRequest(
        argv, where, environment, input, output, errorLines, limits, cancellation, secrets);
  }

  /**
   * The same with another environment.
   *
   * @param variables the environment
   * @return a copy
   */
  public ProcessRequest withEnvironment(ProcessEnvironment variables) {
    return new ProcessRequest(
        argv, directory, variables, input, output, errorLines, limits, cancellation, secrets);
  }

  /**
   * The same with another standard input.
   *
   * @param stdin what it reads
   * @return a copy
   */
  public ProcessRequest withInput(ProcessInput stdin) {
    return new ProcessRequest(
        argv, directory, environment, stdin, output, errorLines, limits, cancellation, secrets);
  }

  /**
   * The same with another use of standard output.
   *
   * @param stdout what happens to it
   * @return a copy
   */
  public ProcessRequest withOutput(ProcessOutput stdout) {
    return new ProcessRequest(
        argv, directory, environment, input, stdout, errorLines, limits, cancellation, secrets);
  }

  /**
   * The same with another consumer of standard error.
   *
   * @param lines called for each line
   * @return a copy
   */
  public ProcessRequest withErrorLines(Consumer<String> lines) {
    return new ProcessRequest(
        argv, directory, environment, input, output, lines, limits, cancellation, secrets);
  }

  /**
   * The same with a token that ends it early.
   *
   * @param token the token
   * @return a copy
   */
  public ProcessRequest withCancellation(Cancellation token) {
    return new ProcessRequest(
        argv, directory, environment, input, output, errorLines, limits, token, secrets);
  }

  /**
   * The same with values that are never shown.
   *
   * @param hidden the values
   * @return a copy
   */
  public ProcessRequest withSecrets(Secrets hidden) {
    return new ProcessRequest(
        argv, directory, environment, input, output, errorLines, limits, cancellation, hidden);
  }

  /**
   * The command as a reader may see it: quoted like a shell's words, secrets masked.
   *
   * @return one line
   */
  public String command() {
    return secrets.mask(CommandText.of(argv));
  }

  @Override
  public String toString() {
    return command();
  }
}
