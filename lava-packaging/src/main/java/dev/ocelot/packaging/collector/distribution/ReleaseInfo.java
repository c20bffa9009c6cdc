package dev.ocelot.packaging.collector.distribution;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a release of one distribution is named.
 *
 * @param distribution what is released
 * @param collectorVersion the collector's version as it was given
 * @param releaseGroup the word that keeps releases apart
 */
public record ReleaseInfo(Distribution distribution, String collectorVersion, String releaseGroup) {
  private static final Pattern VERSION =
      Pattern.compile("v*([0-9]+(?:\\.[0-9]+)*(?:[-+][0-9A-Za-z.+-]+)?)");
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  /** Refuses what {@link #of} refuses. */
  public ReleaseInfo {
    if (!isVersion(collectorVersion) || !isGroup(releaseGroup)) {
      throw new IllegalArgumentException(collectorVersion + ", " + releaseGroup);
    }
  }

  /**
   * Makes the names of a release.
   *
   * @param distribution what is released
   * @param collectorVersion such as {@code v0.126.0}; a leading {@code v} does not matter
   * @param releaseGroup such as {@code prod}
   * @param problems takes {@code config-invalid} for what is missing or cannot be part of a name,
   *     and a warning for a distribution without description
   * @return the names, or empty when an error was added
   */
  public static Optional<ReleaseInfo> of(
      Distribution distribution, String collectorVersion, String releaseGroup, Problems problems) {
    boolean usable = true;
    if (!isVersion(collectorVersion)) {
      problems.add(wrong("ocelot.collectorVersion", collectorVersion, "such as v0.126.0"));
      usable = false;
    }
    if (!isGroup(releaseGroup)) {
      String wanted = "letters, digits, hyphens and underscores, at most 64, such as beta";
      problems.add(wrong("ocelot.releaseGroup", releaseGroup, wanted));
      usable = false;
    }
    if (distribution.description().isEmpty()) {
      problems.add(
          Problem.warning(
                  ProblemId.CONFIG_INVALID,
                  "distribution " + distribution.name() + " has no description to release it with")
              .at(distribution.location())
              .withRemedy(Remedy.advice("Add description: and what it is for")));
    }
    return usable
        ? Optional.of(new ReleaseInfo(distribution, collectorVersion, releaseGroup))
        : Optional.empty();
  }

  private static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  private static boolean isGroup(String text) {
    return GROUP.matcher(text).matches();
  }

  private static Problem wrong(String parameter, String got, String expected) {
    return got.isEmpty()
        ? Problem.error(ProblemId.CONFIG_INVALID, "the parameter " + parameter + " is missing")
            .comparing("nothing", expected)
            .withRemedy(Remedy.advice("Give -D" + parameter + "="))
        : Problem.error(
                ProblemId.CONFIG_INVALID, "the parameter " + parameter + " has another form")
            .comparing("\"" + got + "\"", expected);
  }

  private String version() {
    Matcher parts = VERSION.matcher(collectorVersion);
    return parts.matches() ? parts.group(1) : collectorVersion;
  }

  /**
   * The name of the release's git tag.
   *
   * @return such as {@code minimal-v0.126.0-beta}
   */
  public String tag() {
    return distribution.name() + "-v" + version() + "-" + releaseGroup;
  }

  /**
   * The release's title.
   *
   * @return such as {@code minimal | 0.126.0 | beta}
   */
  public String title() {
    return distribution.name() + " | " + version() + " | " + releaseGroup;
  }

  /**
   * Everything that later steps of a CI job are told.
   *
   * @return names of outputs to values, in a fixed order
   */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("tag", tag());
    values.put("title", title());
    values.put("build_tags", distribution.buildTags());
    values.put("distribution_description", distribution.description());
    values.put("collector_version", collectorVersion);
    values.put("distribution", distribution.name());
    values.put("release_group", releaseGroup);
    return Collections.unmodifiableMap(values);
  }
}
