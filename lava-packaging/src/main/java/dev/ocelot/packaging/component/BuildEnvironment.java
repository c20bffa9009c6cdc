package dev.ocelot.packaging.component;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The variables that a build script gets from us. */
final class BuildEnvironment {
  /** What a component may not declare, since it is set by us or by the system. */
  static final Set<String> RESERVED =
      Set.of(
          "OCELOT_WORK_DIR",
          "HOME",
          "TMPDIR",
          "ARTIFACTS_DIR",
          "OCELOT_SOURCES",
          "OCELOT_PLATFORM",
          "OCELOT_TRIPLE",
          "SOURCE_DATE_EPOCH",
          "LC_ALL",
          "TZ",
          "OCELOT_TAG_FUNCTIONS",
          "OCELOT_TAG_DIRECTORY",
          "PATH",
          "PWD");

  private BuildEnvironment() {}

  static SortedMap<String, String> of(BuildJob job, BuildPaths paths) {
    SortedMap<String, String> variables = new TreeMap<>(job.environment());
    variables.putAll(
        Map.of(
            "OCELOT_WORK_DIR", paths.work(),
            "HOME", paths.work(),
            "TMPDIR", paths.work(),
            "ARTIFACTS_DIR", paths.artifacts(),
            "OCELOT_SOURCES", paths.sources(),
            "OCELOT_PLATFORM", job.platform().name(),
            "OCELOT_TRIPLE", job.platform().triple()));
    variables.putAll(
        Map.of(
            "SOURCE_DATE_EPOCH",
            Long.toString(job.settings().packing().epoch()),
            "LC_ALL",
            "C.UTF-8",
            "TZ",
            "UTC",
            "OCELOT_TAG_FUNCTIONS",
            paths.functions(),
            "OCELOT_TAG_DIRECTORY",
            paths.tags(),
            job.variable(),
            job.tagged().tag().tag().text()));
    return variables;
  }
}
