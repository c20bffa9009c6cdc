package dev.ocelot.packaging.ci;

import dev.ocelot.digest.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** GitHub Actions: the files that {@code GITHUB_OUTPUT} and {@code GITHUB_STEP_SUMMARY} name. */
public final class GitHubOutputs implements StepOutputs {
  private static final String OUTPUT = "GITHUB_OUTPUT";
  private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

  private final Optional<CommandFile> output;
  private final Optional<CommandFile> summary;

  /**
   * Of a step's environment.
   *
   * @param environment names to values; what is not set is not written
   */
  public GitHubOutputs(Map<String, String> environment) {
    this.output = file(environment, OUTPUT);
    this.summary = file(environment, SUMMARY);
  }

  private static Optional<CommandFile> file(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(path -> !path.isEmpty())
        .map(path -> new CommandFile(Path.of(path)));
  }

  /**
   * Whether a step's environment is one of GitHub Actions.
   *
   * @param environment names to values
   * @return true when it names a file for outputs or for the summary
   */
  public static boolean isPresent(Map<String, String> environment) {
    return !environment.getOrDefault(OUTPUT, "").isEmpty()
        || !environment.getOrDefault(SUMMARY, "").isEmpty();
  }

  @Override
  public boolean set(List<StepOutput> outputs) {
    String lines = outputs.stream().map(GitHubOutputs::lines).collect(Collectors.joining());
    output.ifPresent(file -> file.append(lines));
    return output.isPresent();
  }

  @Override
  public boolean summarise(String markdown) {
    summary.ifPresent(file -> file.append(markdown.endsWith("\n") ? markdown : markdown + "\n"));
    return summary.isPresent();
  }

  private static String lines(StepOutput output) {
    String value = output.value();
    if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
      return output.name() + "=" + value + "\n";
    }
    String end = delimiter(output);
    return output.name() + "<<" + end + "\n" + value + "\n" + end + "\n";
  }

  /** The same for the same output, and in no line of the value. */
  private static String delimiter(StepOutput output) {
    String delimiter = "";
    for (int round = 0; delimiter.isEmpty() || output.value().contains(delimiter); round++) {
      delimiter =
          "ghadelimiter_"
              + output.name()
              + "_"
              + Digest.SHA256.of(round + "\n" + output.value()).substring(0, 16);
    }
    return delimiter;
  }
}
