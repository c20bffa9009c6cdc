package dev.ocelot.testkit.collector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Go module proxy that is a folder, as {@code GOPROXY=file://…} reads it. */
public final class ModuleProxy {
  private final Path folder;

  /**
   * An empty proxy.
   *
   * @param folder where
   */
  public ModuleProxy(Path folder) {
    this.folder = folder;
  }

  /**
   * Publishes a module of one package.
   *
   * @param module its path, in lower case
   * @param version such as {@code v0.126.0}
   * @param goMod what follows the module line of its go.mod
   * @param files name to text
   * @return this
   * @throws IOException when it cannot be written
   */
  public ModuleProxy module(String module, String version, String goMod, Map<String, String> files)
      throws IOException {
    Path versions = Files.createDirectories(folder.resolve(module).resolve("@v"));
    String mod = "module " + module + "\n\ngo 1.21\n" + goMod;
    Map<String, String> all = new TreeMap<>(files);
    all.put("go.mod", mod);
    all.put("LICENSE", "Apache License\nVersion 2.0, January 2004\n");
    Files.writeString(versions.resolve(version + ".mod"), mod);
    Files.writeString(
        versions.resolve(version + ".info"),
        "{\"Version\":\"" + version + "\",\"Time\":\"2025-01-01T00:00:00Z\"}");
    Path list = versions.resolve("list");
    Files.writeString(list, (Files.exists(list) ? Files.readString(list) : "") + version + "\n");
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(versions.resolve(version + ".zip")))) {
      for (Map.Entry<String, String> file : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(module + "@" + version + "/" + file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return this;
  }

  /**
   * Publishes a module that only names a type of component.
   *
   * @param module its path, which ends in the name of its package
   * @param version such as {@code v0.126.0}
   * @param type the type
   * @return this
   * @throws IOException when it cannot be written
   */
  public ModuleProxy component(String module, String version, String type) throws IOException {
    String name = module.substring(module.lastIndexOf('/') + 1);
    String code = "package " + name + "\n\nconst Type = \"" + type + "\"\n";
    return module(module, version, "", Map.of("factory.go", code));
  }

  /**
   * How Go is told of it.
   *
   * @return names to values, with a module cache beside the proxy
   */
  public Map<String, String> environment() {
    Path beside = folder.resolveSibling("go");
    return Map.of(
        "GOPROXY", folder.toUri().toString(),
        "GOSUMDB", "off",
        "GOTOOLCHAIN", "local",
        "GOMODCACHE", beside.resolve("modcache").toString(),
        "GOENV", "off");
  }
}
