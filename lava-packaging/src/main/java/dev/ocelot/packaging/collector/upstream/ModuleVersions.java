package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.packaging.collector.upstream.GoModFile.Require;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * The versions that go with an upstream's collector. The collector's modules are released together
 * under two versions: a v1 for those that are stable and a v0 for the others.
 */
public final class ModuleVersions {
  private static final String CORE = "go.opentelemetry.io/collector";
  private static final String CONTRIB =
      "github.com/open-telemetry/opentelemetry-collector-contrib/";

  /**
   * Core modules that are stable in every collector since v0.126.0, for the case that an upstream
   * does not require them. Those that it does require say so themselves.
   */
  private static final Set<String> STABLE =
      Set.of(
          "client",
          "component",
          "config/configcompression",
          "config/confignet",
          "config/configopaque",
          "config/configretry",
          "config/configtls",
          "confmap",
          "confmap/provider/envprovider",
          "confmap/provider/fileprovider",
          "confmap/provider/httpprovider",
          "confmap/provider/httpsprovider",
          "confmap/provider/yamlprovider",
          "consumer",
          "extension",
          "extension/extensionauth",
          "featuregate",
          "pdata",
          "processor",
          "receiver");

  private final GoModFile goMod;
  private final String unstable;

  /**
   * Of one upstream.
   *
   * @param goMod the collector's modules
   * @param collectorVersion the version of {@code go.opentelemetry.io/collector/otelcol}
   */
  public ModuleVersions(GoModFile goMod, String collectorVersion) {
    this.goMod = goMod;
    this.unstable = collectorVersion;
  }

  /**
   * The version of a module that was declared without one: as upstream requires it, else the one
   * that its neighbours have.
   *
   * @param modulePath the module
   * @param where where it is declared
   * @param problems hears of a module that has no neighbours
   * @return the version, with its {@code v}; empty after a problem
   */
  public Optional<String> versionFor(String modulePath, Location where, Problems problems) {
    Optional<String> version = goMod.versionOf(modulePath).or(() -> paired(modulePath));
    if (version.isEmpty()) {
      problems.add(
          Problem.error(
                  ProblemId.CONFIG_INVALID,
                  modulePath + " has no version, and upstream requires no such module")
              .at(where)
              .withRemedy(Remedy.advice("Declare it with its version: " + modulePath + "@v…")));
    }
    return version;
  }

  private Optional<String> paired(String modulePath) {
    if (modulePath.startsWith(CONTRIB)) {
      return Optional.of(unstable);
    }
    if (!modulePath.equals(CORE) && !modulePath.startsWith(CORE + "/")) {
      return Optional.empty();
    }
    boolean isStable =
        modulePath.length() > CORE.length()
            && STABLE.contains(modulePath.substring(CORE.length() + 1));
    return isStable ? stable() : Optional.of(unstable);
  }

  private Optional<String> stable() {
    return goMod.requires().stream()
        .filter(require -> require.path().startsWith(CORE + "/"))
        .filter(require -> require.version().startsWith("v1."))
        .min(Comparator.comparing(Require::path))
        .map(Require::version);
  }
}
