package dev.ocelot.packaging.source.git;

import dev.ocelot.packaging.source.git.TreeEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One commit's folder: the files below {@code tree}, and beside them a marker that says which they
 * must be. The folder is whole when every file has the content that the marker names.
 */
record Checkout(Path folder) {
  private static final String HEAD = "ocelot checkout 1\n";

  Path tree() {
    return folder.resolve("tree");
  }

  private Path marker() {
    return folder.resolve("complete");
  }

  /** Written last: without it the folder is half done. */
  void mark(String commit, String treeId, String listing) throws IOException {
    Files.writeString(marker(), head(commit, treeId) + listing);
  }

  private static String head(String commit, String treeId) {
    return HEAD + "commit " + commit + "\ntree " + treeId + "\n";
  }

  /** Whether all files of a commit are here as they were, and no others. */
  boolean isWhole(String commit) throws IOException {
    Optional<CommitTree> expected = expected(commit);
    return expected.isPresent() && Files.isDirectory(tree()) && matches(expected.get());
  }

  private Optional<CommitTree> expected(String commit) throws IOException {
    String text;
    try {
      text = new String(Files.readAllBytes(marker()), StandardCharsets.UTF_8);
    } catch (NoSuchFileException halfDone) {
      return Optional.empty();
    }
    String[] parts = text.split("\n", 4);
    return parts.length == 4 && text.startsWith(head(commit, parts[2].replaceFirst("^tree ", "")))
        ? CommitTree.read(parts[3])
        : Optional.empty();
  }

  private boolean matches(CommitTree expected) throws IOException {
    Map<String, TreeEntry> missing = new HashMap<>();
    expected.entries().forEach(entry -> missing.put(entry.path(), entry));
    Comparison comparison = new Comparison(tree(), missing);
    Files.walkFileTree(tree(), comparison);
    return comparison.equal && missing.isEmpty();
  }

  /** Ends the walk at the first difference. */
  private static final class Comparison extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<String, TreeEntry> missing;
    private boolean equal = true;

    Comparison(Path root, Map<String, TreeEntry> missing) {
      this.root = root;
      this.missing = missing;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      TreeEntry entry = missing.remove(root.relativize(file).toString());
      equal = entry != null && isSame(file, attributes, entry);
      return equal ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    private static boolean isSame(Path file, BasicFileAttributes attributes, TreeEntry entry)
        throws IOException {
      boolean link = entry.kind() == Kind.LINK;
      if (attributes.isSymbolicLink() != link || attributes.isRegularFile() == link) {
        return false;
      }
      if (link) {
        byte[] target = Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8);
        return entry.id().equals(id(new ByteArrayInputStream(target), target.length));
      }
      boolean program =
          Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream()
              .anyMatch(bit -> bit.name().endsWith("_EXECUTE"));
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        return program == (entry.kind() == Kind.PROGRAM)
            && entry.id().equals(id(in, attributes.size()));
      }
    }

    private static String id(InputStream content, long size) throws IOException {
      return BlobDigest.copy(content, size, OutputStream.nullOutputStream());
    }
  }
}
