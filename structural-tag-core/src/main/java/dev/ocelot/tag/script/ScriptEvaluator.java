package dev.ocelot.tag.script;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.RepositoryRoot;

/**
 * Runs a build script up to its call, for components with {@code evaluation: bash}.
 *
 * <p>What it hands back is what the call was given, never a tag that the script printed.
 */
public interface ScriptEvaluator {
  /** The repository asks for a script to be run on this machine, and nobody allowed it. */
  ProblemId HOST_SCRIPT_REFUSED = ProblemId.user("host-script-refused");

  /** Runs nothing: the answer of a build that was not told that scripts may run. */
  ScriptEvaluator REFUSING =
      (root, component) -> {
        throw new ProblemException(
            Problem.error(
                    HOST_SCRIPT_REFUSED,
                    "component "
                        + component.name()
                        + " has 'evaluation: bash', but scripts may not run on this machine")
                .at(component.settings().location())
                .withRemedy(
                    Remedy.advice(
                        "run with -Docelot.allowHostScripts=true if you trust the script, or list"
                            + " its inputs in config/components.yaml with 'evaluation: declared'")));
      };

  /**
   * Finds out what the call of a script is given.
   *
   * @param root the repository
   * @param component the component whose script is run
   * @return the first call that the script makes; its location is the script
   * @throws ProblemException when the script ends before it calls, or cannot be run
   */
  TagCall evaluate(RepositoryRoot root, Component component);
}
