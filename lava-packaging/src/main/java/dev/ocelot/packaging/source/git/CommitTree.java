package dev.ocelot.packaging.source.git;

import dev.ocelot.packaging.source.git.TreeEntry.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All files of a commit, as {@code git ls-tree -r -z} lists them. Submodules are left out: they are
 * other repositories.
 */
record CommitTree(List<TreeEntry> entries) {
  private static final Pattern LINE =
      Pattern.compile("([0-7]{6}) (blob|commit) ([0-9a-f]{40})\t(.+)", Pattern.DOTALL);
  private static final String SUBMODULE = "160000";
  private static final int MOST_LINKS = 40;

  CommitTree {
    entries = List.copyOf(entries);
  }

  /** Reads a listing; empty when it is none. */
  static Optional<CommitTree> read(String listing) {
    List<TreeEntry> entries = new ArrayList<>();
    for (String line : listing.split("\0")) {
      Matcher parts = LINE.matcher(line);
      if (line.isEmpty()) {
        continue;
      }
      if (!parts.matches()) {
        return Optional.empty();
      }
      if (!parts.group(1).equals(SUBMODULE)) {
        entries.add(new TreeEntry(kind(parts.group(1)), parts.group(3), parts.group(4)));
      }
    }
    return Optional.of(new CommitTree(entries));
  }

  private static Kind kind(String mode) {
    return switch (mode) {
      case "120000" -> Kind.LINK;
      case "100755" -> Kind.PROGRAM;
      default -> Kind.FILE;
    };
  }

  /** What is wrong with a path, and with which; a repository may hold any bytes as names. */
  Optional<Unsafe> unsafeName() {
    Set<String> seen = new HashSet<>();
    for (TreeEntry entry : entries) {
      for (String part : entry.path().split("/", -1)) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
          return Optional.of(new Unsafe(entry.path(), "is no path below a folder"));
        }
        if (part.toLowerCase(Locale.ROOT).equals(".git")) {
          return Optional.of(new Unsafe(entry.path(), "looks like a repository of its own"));
        }
      }
      if (!seen.add(entry.path())) {
        return Optional.of(new Unsafe(entry.path(), "is there twice"));
      }
    }
    return Optional.empty();
  }

  /** What is wrong with a link, and with which. */
  static Optional<Unsafe> unsafeLink(Map<String, String> links) {
    for (String name : links.keySet()) {
      if (!staysInside(name, links)) {
        return Optional.of(
            new Unsafe(name, "is a link out of the folder, to '" + links.get(name) + "'"));
      }
    }
    return Optional.empty();
  }

  /** Follows a link part by part, through other links, whether its end exists or not. */
  private static boolean staysInside(String name, Map<String, String> links) {
    Deque<String> place = new ArrayDeque<>();
    Deque<String> ahead = new ArrayDeque<>(Arrays.asList(name.split("/")));
    int followed = 0;
    while (!ahead.isEmpty()) {
      String part = ahead.removeFirst();
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (part.equals("..")) {
        if (place.pollLast() == null) {
          return false;
        }
        continue;
      }
      place.addLast(part);
      String target = links.get(String.join("/", place));
      if (target != null) {
        if (target.isEmpty() || target.startsWith("/") || ++followed > MOST_LINKS) {
          return false;
        }
        place.removeLast();
        List<String> parts = Arrays.asList(target.split("/"));
        for (int i = parts.size() - 1; i >= 0; i--) {
          ahead.addFirst(parts.get(i));
        }
      }
    }
    return true;
  }

  /** Something that must not be written, and why. */
  record Unsafe(String path, String reason) {}
}
