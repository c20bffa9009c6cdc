package dev.ocelot.packaging.collector.build;

import dev.ocelot.packaging.artifact.FileDigests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder, for comparing before with after. */
final class FilesBelow {
  private FilesBelow() {}

  /** Everything below a folder but logs, with its digest. */
  static Map<String, String> digests(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith("logs/")) {
          files.put(name, FileDigests.of(file).sha256());
        }
      }
    }
    return files;
  }

  /** What a build left in the scratch folder of a store: nothing, however it ended. */
  static List<String> scratch(Path store) throws IOException {
    Path scratch = store.resolve("scratch");
    try (Stream<Path> all = Files.walk(scratch)) {
      return all.filter(file -> !file.equals(scratch)).map(Path::toString).sorted().toList();
    }
  }

  /** The files below folders that hold a text, which is ASCII. */
  static List<Path> holding(String text, Path... folders) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
            found.add(file);
          }
        }
      }
    }
    return found;
  }
}
