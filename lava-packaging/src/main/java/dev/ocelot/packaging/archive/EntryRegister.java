package dev.ocelot.packaging.archive;

import dev.ocelot.packaging.archive.UnsafeArchiveException.Advice;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Every name of one archive or tree: refuses what collides, and what lies below something that is
 * not a folder.
 *
 * <p>Since nothing may lie below a link, and links are only made after everything else (see {@link
 * Extraction}), no entry can be written through one.
 */
final class EntryRegister {
  private final int depth;
  private final Map<String, ArchiveEntry.Kind> kinds = new HashMap<>();
  private final Map<String, String> folded = new HashMap<>();
  private final Set<String> implied = new LinkedHashSet<>();
  private final Map<String, String> links = new HashMap<>();

  /**
   * An empty register.
   *
   * @param depth how many parts a name may have
   */
  EntryRegister(int depth) {
    this.depth = depth;
  }

  /**
   * Adds a file or a folder.
   *
   * @param name the name without a slash at its end
   * @param kind what it is
   * @throws UnsafeArchiveException when the name must not be
   */
  void add(String name, ArchiveEntry.Kind kind) throws UnsafeArchiveException {
    EntryName.check(name, depth);
    addFolderOf(name);
    if (kind == ArchiveEntry.Kind.DIRECTORY && implied.remove(name)) {
      return;
    }
    claim(name, kind);
  }

  /**
   * Adds a link.
   *
   * @param name the name
   * @param target where it points
   * @throws UnsafeArchiveException when the name or the target must not be
   */
  void addLink(String name, String target) throws UnsafeArchiveException {
    add(name, ArchiveEntry.Kind.LINK);
    LinkTargets.checkText(name, target);
    links.put(name, target);
  }

  /**
   * Ends the register: only now it is known where links lead.
   *
   * @throws UnsafeArchiveException when a link leaves the folder or leads to itself
   */
  void finish() throws UnsafeArchiveException {
    LinkTargets targets = new LinkTargets(links);
    for (String name : links.keySet().stream().sorted().toList()) {
      targets.check(name);
    }
  }

  /**
   * The folders that were not entries themselves, parents first.
   *
   * @return their names
   */
  Set<String> implied() {
    return implied;
  }

  /**
   * The links.
   *
   * @return name to target
   */
  Map<String, String> links() {
    return links;
  }

  /**
   * What a name stands for.
   *
   * @param name the name
   * @return true when it was added as a regular file
   */
  boolean isFile(String name) {
    return kinds.get(name) == ArchiveEntry.Kind.FILE;
  }

  /**
   * How many names there are.
   *
   * @return the number, implied folders included
   */
  int size() {
    return kinds.size();
  }

  private void addFolderOf(String name) throws UnsafeArchiveException {
    int slash = name.lastIndexOf('/');
    if (slash < 0) {
      return;
    }
    String folder = name.substring(0, slash);
    ArchiveEntry.Kind kind = kinds.get(folder);
    if (kind == null) {
      addFolderOf(folder);
      claim(folder, ArchiveEntry.Kind.DIRECTORY);
      implied.add(folder);
    } else if (kind != ArchiveEntry.Kind.DIRECTORY) {
      String what = kind == ArchiveEntry.Kind.LINK ? "a link" : "a file";
      throw UnsafeArchiveException.entry(
          name,
          "lies below " + UnsafeArchiveException.quoted(folder) + ", which is " + what,
          Advice.LEAVE_OUT);
    }
  }

  private void claim(String name, ArchiveEntry.Kind kind) throws UnsafeArchiveException {
    String other = folded.putIfAbsent(EntryName.folded(name), name);
    if (other == null) {
      kinds.put(name, kind);
      return;
    }
    if (other.equals(name)) {
      throw UnsafeArchiveException.entry(name, "is there twice", Advice.LEAVE_OUT);
    }
    throw UnsafeArchiveException.entry(
        name,
        "and "
            + UnsafeArchiveException.quoted(other)
            + " are one file where case or Unicode form does not count",
        Advice.RENAME);
  }
}
