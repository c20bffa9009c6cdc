package dev.ocelot.packaging.ci;

import java.util.List;
import java.util.Map;

/** Where the engine that runs a step takes what the step has to say. */
public interface StepOutputs {

  /**
   * Those of the engine whose environment this is.
   *
   * @param environment names to values
   * @return GitHub's files where they are named, else nothing that takes anything
   */
  static StepOutputs of(Map<String, String> environment) {
    return GitHubOutputs.isPresent(environment) ? new GitHubOutputs(environment) : new NoOutputs();
  }

  /**
   * Hands values to later steps.
   *
   * @param outputs the values
   * @return whether anybody takes them
   * @throws dev.ocelot.problem.ProblemException {@code file-access} when they cannot be handed over
   */
  boolean set(List<StepOutput> outputs);

  /**
   * Adds to the summary that a person sees beside the job.
   *
   * @param markdown lines of Markdown
   * @return whether there is such a summary
   * @throws dev.ocelot.problem.ProblemException {@code file-access} when it cannot be written
   */
  boolean summarise(String markdown);
}
