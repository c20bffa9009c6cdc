package dev.ocelot.packaging.archive;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Gathers entries for a tree, in any order; folders on the way are added. */
public final class FileTreeBuilder {
  private final String shownAs;
  private final EntryRegister register = new EntryRegister(ExtractionLimits.DEFAULT.depth());
  private final List<TreeEntry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * An empty builder.
   *
   * @param shownAs the folder that problems are about; may be empty
   */
  FileTreeBuilder(String shownAs) {
    this.shownAs = shownAs;
  }

  /**
   * Adds bytes as a file.
   *
   * @param name the name within the tree
   * @param content the bytes, copied
   * @param executable whether it can be run
   * @return this
   */
  public FileTreeBuilder file(String name, byte[] content, boolean executable) {
    return add(new TreeEntry.RegularFile(name, executable, new BytesContent(content)));
  }

  /**
   * Adds a file from disk under a name of its own; whether its owner can run it is kept.
   *
   * @param name the name within the tree
   * @param file a regular file; a link is not followed
   * @return this
   * @throws ProblemException {@code file-access} when it cannot be read or is no regular file
   */
  public FileTreeBuilder file(String name, Path file) {
    try {
      FileFacts facts = FileFacts.of(file);
      if (facts.kind() != FileFacts.Kind.FILE) {
        throw new IOException("it is no regular file");
      }
      return add(facts.asFile(name, file));
    } catch (IOException e) {
      throw ArchiveProblems.of("cannot read " + file, file.toString(), e);
    }
  }

  /**
   * Adds a folder.
   *
   * @param name the name within the tree
   * @return this
   */
  public FileTreeBuilder directory(String name) {
    return add(new TreeEntry.Directory(name));
  }

  /**
   * Adds a link.
   *
   * @param name the name within the tree
   * @param target a relative path that stays within the tree
   * @return this
   */
  public FileTreeBuilder link(String name, String target) {
    return add(new TreeEntry.SymbolicLink(name, target));
  }

  /**
   * Adds every entry of another tree.
   *
   * @param tree the other tree
   * @return this
   */
  public FileTreeBuilder all(FileTree tree) {
    tree.entries().forEach(this::add);
    return this;
  }

  /**
   * Makes the tree.
   *
   * @return the tree
   * @throws ProblemException {@code archive-unsafe} for names that are taken or not portable and
   *     links that leave the tree, all together
   */
  public FileTree build() {
    if (problems.isEmpty()) {
      try {
        register.finish();
      } catch (UnsafeArchiveException e) {
        refuse(e);
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    List<TreeEntry> all = new ArrayList<>(entries);
    register.implied().forEach(name -> all.add(new TreeEntry.Directory(name)));
    all.sort(byUtf8Bytes(TreeEntry::name));
    return new FileTree(all);
  }

  /**
   * Refuses an entry.
   *
   * @param reason why
   */
  void refuse(UnsafeArchiveException reason) {
    problems.add(ArchiveProblems.unsafe(shownAs, reason));
  }

  /**
   * Adds an entry, or keeps in mind why it must not be.
   *
   * @param entry the entry
   * @return this
   */
  FileTreeBuilder add(TreeEntry entry) {
    try {
      if (entry instanceof TreeEntry.SymbolicLink link) {
        register.addLink(link.name(), link.target());
      } else if (entry instanceof TreeEntry.Directory) {
        register.add(entry.name(), ArchiveEntry.Kind.DIRECTORY);
      } else {
        register.add(entry.name(), ArchiveEntry.Kind.FILE);
      }
      entries.add(entry);
    } catch (UnsafeArchiveException e) {
      refuse(e);
    }
    return this;
  }

  /**
   * Orders things by a name's UTF-8 bytes.
   *
   * @param name how to get the name
   * @param <T> the things
   * @return an order in which a folder comes before what is in it
   */
  static <T> Comparator<T> byUtf8Bytes(java.util.function.Function<T, String> name) {
    return (a, b) -> compareUtf8(name.apply(a), name.apply(b));
  }

  private static int compareUtf8(String a, String b) {
    if (NativeNames.isAscii(a) && NativeNames.isAscii(b)) {
      return a.compareTo(b);
    }
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
