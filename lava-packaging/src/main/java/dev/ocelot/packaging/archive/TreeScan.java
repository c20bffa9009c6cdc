package dev.ocelot.packaging.archive;

import dev.ocelot.packaging.archive.UnsafeArchiveException.Advice;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists one folder into a tree. */
final class TreeScan {
  private final FileTreeBuilder builder;
  private final int depth = ExtractionLimits.DEFAULT.depth();

  private TreeScan(String shownAs) {
    this.builder = new FileTreeBuilder(shownAs);
  }

  static FileTree of(Path root) {
    TreeScan scan = new TreeScan(root.toString());
    try {
      if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
        throw new NotDirectoryException(root.toString());
      }
      scan.folder(root, "", 1);
    } catch (IOException e) {
      throw ArchiveProblems.of("cannot list " + root, root.toString(), e);
    }
    return scan.builder.build();
  }

  private void folder(Path folder, String prefix, int level) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
      listing.forEach(paths::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    // So that problems come in the same order on every file system.
    Collections.sort(paths);
    for (Path path : paths) {
      entry(path, prefix, level);
    }
  }

  private void entry(Path path, String prefix, int level) throws IOException {
    Path last = path.getFileName();
    String name;
    try {
      name = prefix + NativeNames.text(last);
    } catch (CharacterCodingException e) {
      String reason = "has a name that is not UTF-8";
      builder.refuse(UnsafeArchiveException.entry(prefix + last, reason, Advice.RENAME));
      return;
    }
    FileFacts facts = FileFacts.of(path);
    switch (facts.kind()) {
      case FILE -> builder.add(facts.asFile(name, path));
      case LINK -> link(path, name);
      case DIRECTORY -> {
        builder.directory(name);
        if (level <= depth) {
          folder(path, name + "/", level + 1);
        }
      }
      case OTHER -> {
        String reason = "is a FIFO, a device or a socket";
        builder.refuse(UnsafeArchiveException.entry(name, reason, Advice.LEAVE_OUT));
      }
    }
  }

  private void link(Path path, String name) throws IOException {
    try {
      builder.link(name, NativeNames.text(Files.readSymbolicLink(path)));
    } catch (CharacterCodingException e) {
      String reason = "is a link to a name that is not UTF-8";
      builder.refuse(UnsafeArchiveException.entry(name, reason, Advice.RELINK));
    }
  }
}
