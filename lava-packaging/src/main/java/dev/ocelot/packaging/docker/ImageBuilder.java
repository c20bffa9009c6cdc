package dev.ocelot.packaging.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A client that builds images with BuildKit, and how it is asked to.
 *
 * @param program the program
 * @param way how
 */
record ImageBuilder(Path program, Way way) {

  /** How a client builds with BuildKit. */
  enum Way {
    /** By its plugin. */
    PLUGIN,
    /** By itself, when the environment says so. */
    INSIDE
  }

  Map<String, String> environment() {
    return switch (way) {
      // Attestations would make an index of one image, with a time in it.
      case PLUGIN -> Map.of("BUILDX_NO_DEFAULT_ATTESTATIONS", "1");
      case INSIDE -> Map.of("DOCKER_BUILDKIT", "1");
    };
  }

  List<String> argv(ImageBuild build) {
    List<String> argv =
        new ArrayList<>(
            switch (way) {
              case PLUGIN -> List.of("buildx", "build", "--load");
              case INSIDE -> List.of("build");
            });
    argv.addAll(List.of("--progress", "plain", "--platform", build.platform()));
    argv.addAll(List.of("--network", build.network().option(), "--tag", build.tag()));
    argv.addAll(List.of("--file", build.dockerfile()));
    build
        .arguments()
        .forEach((name, value) -> argv.addAll(List.of("--build-arg", name + "=" + value)));
    argv.add("-");
    return argv;
  }
}
