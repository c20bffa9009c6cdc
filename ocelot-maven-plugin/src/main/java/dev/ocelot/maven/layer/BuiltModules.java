package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.BuiltLayers;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.problem.Problems;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** The layers that the modules of this build have in their output directories. */
final class BuiltModules {
  private final Ground ground;

  BuiltModules(Ground ground) {
    this.ground = ground;
  }

  /**
   * Gathers them.
   *
   * @param folders output directories; none for those of all modules that have built something
   * @param settings how layers are named
   * @return the layers
   */
  List<BuiltLayer> layers(List<File> folders, PublishSettings settings) {
    List<ArtifactsFile> lists = folders.stream().map(folder -> list(folder.toPath())).toList();
    if (folders.isEmpty()) {
      List<ArtifactsFile> all =
          ground.modules().stream()
              .map(module -> list(Path.of(module.getBuild().getDirectory(), "ocelot")))
              .toList();
      List<ArtifactsFile> built = all.stream().filter(ArtifactsFile::exists).toList();
      // Where nothing was built, the first says so.
      lists = built.isEmpty() ? all.subList(0, 1) : built;
    }
    Problems problems = new Problems();
    List<BuiltLayer> layers =
        new BuiltLayers(settings, Platforms.standard(), problems).gather(lists);
    problems.throwIfErrors();
    return layers;
  }

  private ArtifactsFile list(Path folder) {
    return new ArtifactsFile(folder, ground.root().show(folder.resolve(ArtifactsFile.NAME)));
  }
}
