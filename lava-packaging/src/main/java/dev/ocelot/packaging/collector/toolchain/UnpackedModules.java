package dev.ocelot.packaging.collector.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The modules in Go's module cache.
 *
 * @param cache its folder
 */
record UnpackedModules(Path cache) implements ModuleFiles {
  private static final int MOST_BYTES = 64 << 10;

  @Override
  public Optional<String> start(String module, String version, List<String> names) {
    Path folder = cache.resolve(ModuleFiles.escaped(module) + "@" + ModuleFiles.escaped(version));
    for (String name : names) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        try (var in = Files.newInputStream(file)) {
          return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (IOException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
