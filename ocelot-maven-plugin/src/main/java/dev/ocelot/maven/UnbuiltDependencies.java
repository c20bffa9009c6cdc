package dev.ocelot.maven;

import dev.ocelot.maven.console.ProblemText;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what to do when a module could not get what another module of the build makes.
 *
 * <p>Attachments are made in phase {@code package}, so {@code mvn test} ends before there are any.
 * Maven says then that an artifact cannot be found in repositories where nobody would look for it.
 */
public final class UnbuiltDependencies extends AbstractMavenLifecycleParticipant {
  private static final ProblemId NOT_BUILT = ProblemId.user("dependency-not-built");

  private final Logger log = LoggerFactory.getLogger(UnbuiltDependencies.class);

  /** As Maven makes it. */
  public UnbuiltDependencies() {
    // Public for Maven's container.
  }

  @Override
  public void afterSessionEnd(MavenSession session) {
    List<Throwable> failures =
        session.getResult() == null ? List.of() : session.getResult().getExceptions();
    if (failures.stream().noneMatch(UnbuiltDependencies::isUnresolved)) {
      return;
    }
    ProblemText text =
        new ProblemText(
            () -> {
              throw new IllegalStateException("advice has no command to spell");
            });
    List<MavenProject> modules = session.getProjects();
    Path root = Path.of(session.getExecutionRootDirectory());
    for (MavenProject module : modules) {
      unbuilt(module, modules)
          .map(p -> p.at(Location.of(root.relativize(module.getFile().toPath()).toString())))
          .ifPresent(p -> text.lines(p).forEach(log::error));
    }
  }

  private static boolean isUnresolved(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof DependencyResolutionException || t instanceof RepositoryException) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong with a module that depends on attachments that were not made in this session. */
  static Optional<Problem> unbuilt(MavenProject module, List<MavenProject> modules) {
    for (Dependency dependency : module.getDependencies()) {
      for (MavenProject other : modules) {
        if (isMadeBy(other, dependency) && !other.hasLifecyclePhase("package")) {
          return Optional.of(problem(module, other));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isMadeBy(MavenProject module, Dependency dependency) {
    return module.getPackaging().equals("ocelot")
        && module.getGroupId().equals(dependency.getGroupId())
        && module.getArtifactId().equals(dependency.getArtifactId());
  }

  private static Problem problem(MavenProject module, MavenProject other) {
    return Problem.error(
            NOT_BUILT,
            "module %s needs what module %s builds, and %s builds it in phase package"
                .formatted(module.getName(), other.getName(), other.getName()))
        .withRemedy(Remedy.advice("run mvn verify"));
  }
}
