package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.OcelotLayout;
import dev.ocelot.tag.repository.TaggedRepository;
import java.util.Map;
import java.util.Optional;

/** Opens the repository that a tag goal is about. */
final class TagGround {
  private TagGround() {}

  /**
   * Opens it.
   *
   * @return empty when there is nothing to do: a bound goal is not concerned, or has run in this
   *     session
   * @throws ProblemException when the goal was called by name and there is nothing that it could
   *     work on
   */
  static Optional<TaggedRepository> open(Ground ground, Problems problems) {
    if (!ground.claim(ground.goal() + " " + ground.calledByName() + " " + ground.root().path())) {
      return Optional.empty();
    }
    TaggedRepository repository =
        TaggedRepository.open(ground.root(), ground.environment(), ground.evaluator(), problems);
    if (!repository.isEmpty() || problems.hasErrors()) {
      return Optional.of(repository);
    }
    if (ground.calledByName()) {
      throw new ProblemException(nothing(ground));
    }
    ground.console().log().debug("no components below " + ground.root().path());
    return Optional.empty();
  }

  private static Problem nothing(Ground ground) {
    return Problem.error(
            ProblemId.CONFIG_INVALID,
            "there are no components below %s: neither %s nor .gitlab-ci nor components/<name>/build.sh"
                .formatted(ground.root().path(), new OcelotLayout().declaredTagsFile()))
        .withRemedy(
            Remedy.run("init-tag", Map.of("ocelot.component", "my-component"), "add a component"));
  }
}
