package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Format;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.ci.Regions;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.notes.Release;
import dev.ocelot.packaging.publish.notes.ReleaseNotes;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the notes of a release of one collector distribution: what it holds, and its layers by
 * region.
 *
 * @since 0.1.0
 */
@Mojo(name = "release-notes", requiresProject = false, threadSafe = true, aggregator = true)
public final class ReleaseNotesMojo extends PageMojo {
  private static final ProblemId NOTHING_RELEASED = ProblemId.user("nothing-released");

  /**
   * The distribution that is released.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.distribution")
  private @Nullable String distribution;

  /**
   * The version of the collector, such as {@code v0.126.0}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.collectorVersion")
  private @Nullable String collectorVersion;

  /**
   * The word that keeps releases apart: layers of other groups are no part of the notes. By default
   * what {@code config/publish.yaml} says.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.releaseGroup")
  private @Nullable String releaseGroup;

  @Override
  Format form() {
    return Format.TEXT;
  }

  @Override
  protected Report run(Ground ground) {
    required("ocelot.distribution", distribution);
    required("ocelot.collectorVersion", collectorVersion);
    return LayerAccount.of(ground, overrides(), this::report);
  }

  private Report report(LayerAccount account) throws LayerServiceException {
    String group = AccountMojo.given(releaseGroup);
    Release release =
        new Release(
            AccountMojo.given(distribution),
            AccountMojo.given(collectorVersion),
            group.isEmpty() ? account.settings().layer().releaseGroup() : group);
    ReleaseNotes notes =
        new ReleaseNotes(release, Regions.standard(), account.service().published());
    return Report.of(notes.lines(), notes.isEmpty() ? List.of(empty(release)) : List.of());
  }

  /** A release may be prepared before anything of it is published. */
  private static Problem empty(Release release) {
    return Problem.warning(
            NOTHING_RELEASED,
            "no layer of distribution %s, collector %s, release group %s is published"
                .formatted(release.distribution(), release.collectorVersion(), release.group()))
        .withRemedy(Remedy.advice("check the three, or publish first"));
  }

  private static void required(String parameter, @Nullable String value) {
    if (AccountMojo.given(value).isEmpty()) {
      throw new ProblemException(
          Problem.error(ProblemId.CONFIG_INVALID, "the parameter " + parameter + " is missing")
              .withRemedy(Remedy.advice("give -D" + parameter + "=")));
    }
  }
}
