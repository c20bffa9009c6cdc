package dev.ocelot.packaging.source.git;

import dev.ocelot.packaging.source.git.TreeEntry.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes files exactly as a commit holds them. Not git's own checkout: that would follow the
 * attributes which a repository brings along (line ends, keywords, encodings).
 *
 * <p>Links are made last, so that nothing is ever written through one.
 */
final class TreeWriter implements BlobSink {
  private static final String READ_ONLY = "r--r--r--";
  private static final String READ_AND_RUN = "r-xr-xr-x";
  private static final int LONGEST_LINK = 4095;

  private final Path root;
  private final Map<String, String> links = new TreeMap<>();

  TreeWriter(Path root) {
    this.root = root;
  }

  @Override
  public void accept(TreeEntry entry, InputStream content, long size) throws IOException {
    String id = entry.kind() == Kind.LINK ? link(entry, content, size) : file(entry, content, size);
    if (!id.equals(entry.id())) {
      throw new DamagedMirrorException("git gave another content for " + entry.path());
    }
  }

  private String link(TreeEntry entry, InputStream content, long size) throws IOException {
    if (size > LONGEST_LINK) {
      throw new IOException(entry.path() + " is a link of " + size + " bytes");
    }
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    String id = BlobDigest.copy(content, size, target);
    links.put(entry.path(), target.toString(StandardCharsets.UTF_8));
    return id;
  }

  private String file(TreeEntry entry, InputStream content, long size) throws IOException {
    Path file = place(entry.path());
    String id;
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      id = BlobDigest.copy(content, size, out);
    }
    String mode = entry.kind() == Kind.PROGRAM ? READ_AND_RUN : READ_ONLY;
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return id;
  }

  private Path place(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  /** The links that were met, name to target. */
  Map<String, String> links() {
    return links;
  }

  /** Makes the links, and closes the folders to writers. */
  void finish() throws IOException {
    for (Map.Entry<String, String> link : links.entrySet()) {
      Files.createSymbolicLink(place(link.getKey()), Path.of(link.getValue()));
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(READ_AND_RUN));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
