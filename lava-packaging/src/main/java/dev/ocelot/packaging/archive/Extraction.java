package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes the entries of an archive into an empty folder.
 *
 * <p>Links are made after everything else, when it is known that all of them stay inside. Until
 * then no path below the folder leads out of it, so nothing can be written elsewhere.
 */
final class Extraction implements ArchiveVisitor {
  private static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> PLAIN =
      PosixFilePermissions.fromString("rw-r--r--");

  private final Path folder;
  private final Map<String, String> links = new LinkedHashMap<>();
  private final Set<String> directories = new LinkedHashSet<>();

  /**
   * Into a folder.
   *
   * @param folder an empty folder
   */
  Extraction(Path folder) {
    this.folder = folder;
  }

  @Override
  public void entry(ArchiveEntry entry, InputStream content) throws IOException {
    switch (entry.kind()) {
      case LINK -> links.put(entry.name(), entry.target());
      case DIRECTORY -> directory(entry.name());
      case FILE -> {
        Path file = place(entry.name());
        try (var out =
            Channels.newOutputStream(
                Files.newByteChannel(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
          content.transferTo(out);
        }
        setMode(file, entry);
      }
    }
  }

  @Override
  public void repeated(ArchiveEntry entry, String earlier) throws IOException {
    Path file = place(entry.name());
    Files.copy(NativeNames.below(folder, earlier), file, StandardCopyOption.COPY_ATTRIBUTES);
    setMode(file, entry);
  }

  @Override
  public void end(Set<String> implied) throws IOException {
    for (Map.Entry<String, String> link : links.entrySet()) {
      Path place = place(link.getKey());
      Files.createSymbolicLink(place, NativeNames.path(link.getValue()));
    }
  }

  /**
   * Empties a folder, without following links.
   *
   * @param folder the folder, which stays
   * @throws IOException when something cannot be deleted
   */
  static void empty(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            if (!directory.equals(folder)) {
              Files.delete(directory);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private Path place(String name) throws IOException {
    int slash = name.lastIndexOf('/');
    if (slash > 0) {
      directory(name.substring(0, slash));
    }
    return NativeNames.below(folder, name);
  }

  /** Makes a folder and those on the way to it, with a mode that does not depend on the umask. */
  private void directory(String name) throws IOException {
    if (!directories.contains(name)) {
      Path path = place(name);
      Files.createDirectory(path);
      Files.setPosixFilePermissions(path, EXECUTABLE);
      directories.add(name);
    }
  }

  private static void setMode(Path file, ArchiveEntry entry) throws IOException {
    Files.setPosixFilePermissions(file, entry.executable() ? EXECUTABLE : PLAIN);
  }
}
