package dev.ocelot.maven.collector;

import dev.ocelot.packaging.ci.GitLabOutputs;
import dev.ocelot.packaging.ci.StepOutputs;
import java.io.File;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which engine takes outputs.
 *
 * @param environment the one that Maven was started with
 */
record OutputsChoice(Map<String, String> environment) {

  /** The report that was asked for, else GitHub's files where there are any, else nothing. */
  StepOutputs of(@Nullable File dotenvFile) {
    if (dotenvFile != null) {
      return new GitLabOutputs(dotenvFile.toPath());
    }
    return StepOutputs.of(environment);
  }
}
