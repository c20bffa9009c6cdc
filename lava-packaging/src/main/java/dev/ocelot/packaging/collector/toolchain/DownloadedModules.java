package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.packaging.archive.ExecutableBit;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Go downloaded, as its module cache has it: the files of a module proxy among locks and
 * notes.
 *
 * @param folder {@code cache/download} of a module cache
 */
record DownloadedModules(Path folder) {
  private static final List<String> OF_A_PROXY = List.of(".info", ".mod", ".zip");

  /** Moves the files of a proxy, and nothing else, to a folder on the same disk. */
  void moveTo(Path proxy) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(DownloadedModules::isOfAProxy).forEach(file -> move(file, proxy));
    } catch (IOException e) {
      throw failure(proxy, e);
    } catch (UncheckedIOException e) {
      throw failure(proxy, e);
    }
  }

  private static boolean isOfAProxy(Path file) {
    String name = String.valueOf(file.getFileName());
    return OF_A_PROXY.stream().anyMatch(name::endsWith)
        && String.valueOf(file.getParent()).endsWith("@v")
        && Files.isRegularFile(file);
  }

  private void move(Path file, Path proxy) {
    Path place = proxy.resolve(folder.relativize(file).toString());
    try {
      Files.createDirectories(place.resolveSibling("."));
      Files.move(file, place);
      ExecutableBit.set(place, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException failure(Path place, Exception e) {
    return new ProblemException(
        Problem.error(ProblemId.FILE_ACCESS, "downloaded modules cannot be kept: " + e)
            .at(Location.of(place.toString()))
            .withRemedy(FileAccessProblem.MAKE_ROOM),
        e);
  }
}
