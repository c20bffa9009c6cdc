package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The elements of a {@code GOPROXY} that are folders of this machine. They go into a container as
 * they are, and are called by another name there.
 *
 * @param goProxy the value that a container gets
 * @param folders in the order of their names in it
 */
record FileProxies(String goProxy, List<Path> folders) {
  private static final Pattern FILE = Pattern.compile("file://[^,|]+");

  FileProxies {
    folders = List.copyOf(folders);
  }

  /**
   * Reads a value.
   *
   * @param value of {@code GOPROXY}
   * @throws ProblemException {@code file-access} when a folder is not there
   */
  static FileProxies of(String value, GoFolders places) {
    List<Path> folders = new ArrayList<>();
    StringBuilder renamed = new StringBuilder();
    Matcher matcher = FILE.matcher(value);
    while (matcher.find()) {
      matcher.appendReplacement(renamed, "file://" + places.proxy(folders.size()));
      folders.add(folder(matcher.group()));
    }
    return new FileProxies(matcher.appendTail(renamed).toString(), folders);
  }

  private static Path folder(String element) {
    try {
      Path folder = Path.of(URI.create(element));
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (IllegalArgumentException e) {
      // Said below, as for a folder that is not there.
    }
    throw new ProblemException(
        Problem.error(ProblemId.FILE_ACCESS, "GOPROXY names a folder that is not there: " + element)
            .withRemedy(Remedy.advice("set GOPROXY to a module proxy that is there")));
  }
}
