package dev.ocelot.packaging.evaluate;

import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.ScriptEvaluator;
import dev.ocelot.tag.script.TagCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks bash what a script's call is given.
 *
 * <p>The script runs in the repository's root with a clean environment, as far as its first call,
 * where a function of ours writes the arguments down and ends it. What the script prints goes
 * elsewhere and is never read as a tag.
 */
public final class BashEvaluator implements ScriptEvaluator {
  /** A script ended without a call. */
  public static final ProblemId CALL_NOT_REACHED = ProblemId.user("call-not-reached");

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final int MOST_BYTES = 4 << 20;

  private final ProcessRunner processes;
  private final Map<String, String> environment;

  /**
   * With the variables that components may ask for.
   *
   * @param processes starts bash
   * @param environment those of the user
   */
  public BashEvaluator(ProcessRunner processes, Map<String, String> environment) {
    this.processes = processes;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public TagCall evaluate(RepositoryRoot root, Component component) {
    try (EvaluationFolder folder = EvaluationFolder.create()) {
      ByteArrayOutputStream words = new ByteArrayOutputStream();
      ProcessRequest request =
          ProcessRequest.of(
                  List.of("bash", folder.driver().toString(), component.script()),
                  ProcessLimits.of(LIMIT))
              .withDirectory(root.path())
              .withEnvironment(ProcessEnvironment.exactly(variables(component, folder)))
              .withOutput(ProcessOutput.bytes(stdout -> copy(stdout, words)));
      ProcessResult result = processes.run(request);
      return call(component, result, words.toString(StandardCharsets.UTF_8));
    }
  }

  private static void copy(InputStream from, ByteArrayOutputStream to) throws IOException {
    to.write(from.readNBytes(MOST_BYTES));
  }

  private Map<String, String> variables(Component component, EvaluationFolder folder) {
    Map<String, String> variables = new TreeMap<>(folder.variables());
    variables.put("PATH", environment.getOrDefault("PATH", "/usr/bin:/bin"));
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("TZ", "UTC");
    for (String name : component.settings().environment()) {
      if (environment.containsKey(name)) {
        variables.put(name, environment.getOrDefault(name, ""));
      }
    }
    return variables;
  }

  private static TagCall call(Component component, ProcessResult result, String written) {
    Location script = Location.of(component.script());
    List<String> words = new ArrayList<>(List.of(written.split("\0", -1)));
    words.remove(words.size() - 1);
    if (words.isEmpty()) {
      throw new ProblemException(
          result
              .problem(
                  CALL_NOT_REACHED,
                  "the script of component "
                      + component.name()
                      + " ended without calling "
                      + TagCall.FUNCTION,
                  Remedy.advice(
                      "move the call to the top of the script, before anything that needs the machine that builds"))
              .at(script));
    }
    List<TagCall.CallInput> inputs =
        words.subList(1, words.size()).stream()
            .map(path -> new TagCall.CallInput(path, script))
            .toList();
    return new TagCall(words.get(0), inputs, script);
  }
}
