package dev.ocelot.tag.script;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What lies in a folder, in no order. */
final class FolderListing {
  private FolderListing() {}

  /**
   * One file or folder.
   *
   * @param name its name as text
   * @param path where it lies
   * @param addressable whether the text leads back to the file
   */
  record Entry(String name, Path path, boolean addressable) {
    /** A name that text cannot express would end up as another one in records and messages. */
    void requireAddressable(String prefix, Location declaredAt) {
      if (!addressable) {
        throw new ProblemException(
            Problem.error(
                    ProblemId.INPUT_MISSING,
                    "the name of input '" + prefix + name + "' cannot be read as text here")
                .at(declaredAt)
                .withRemedy(
                    Remedy.advice(
                        "Rename the file to valid UTF-8, or run under a UTF-8 locale such as"
                            + " LC_ALL=C.UTF-8")));
      }
    }
  }

  /**
   * Lists a folder.
   *
   * @throws ProblemException {@code input-missing} when it cannot be listed
   */
  static List<Entry> of(Path folder, Location declaredAt) {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        String name = String.valueOf(path.getFileName());
        entries.add(new Entry(name, path, leadsBack(folder, name, path)));
      }
      return entries;
    } catch (IOException | DirectoryIteratorException e) {
      throw new ProblemException(
          Problem.error(ProblemId.INPUT_MISSING, "the folder " + folder + " cannot be listed: " + e)
              .at(declaredAt),
          e);
    }
  }

  private static boolean leadsBack(Path folder, String name, Path path) {
    try {
      return folder.resolve(name).equals(path);
    } catch (java.nio.file.InvalidPathException e) {
      return false;
    }
  }
}
