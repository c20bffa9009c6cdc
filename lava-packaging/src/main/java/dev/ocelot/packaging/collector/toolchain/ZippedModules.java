package dev.ocelot.packaging.collector.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Modules as a module proxy has them, each a zip.
 *
 * @param folder laid out as a proxy
 */
record ZippedModules(Path folder) implements ModuleFiles {
  private static final int MOST_BYTES = 64 << 10;

  @Override
  public Optional<String> start(String module, String version, List<String> names) {
    Path file =
        folder
            .resolve(ModuleFiles.escaped(module))
            .resolve("@v")
            .resolve(ModuleFiles.escaped(version) + ".zip");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (String name : names) {
        ZipEntry entry = zip.getEntry(module + "@" + version + "/" + name);
        if (entry != null) {
          try (InputStream in = zip.getInputStream(entry)) {
            return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // A module of the upstream's own is not among them.
    }
  }
}
