package dev.ocelot.packaging.archive;

import dev.ocelot.packaging.archive.UnsafeArchiveException.Advice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Follows the links of an archive within the archive, as a file system would. */
final class LinkTargets {
  /** As many links as Linux follows before it gives up. */
  private static final int MOST_LINKS = 40;

  private static final int MOST_BYTES = 4095;

  /** Bounds the work for an archive of links that lead to links; real trees need some dozens. */
  private static final long MOST_STEPS = 50_000_000;

  private final Map<String, String> links;
  private long steps;

  /**
   * For the links of one archive.
   *
   * @param links name to target
   */
  LinkTargets(Map<String, String> links) {
    this.links = links;
  }

  /**
   * Checks what can be said of a target by itself.
   *
   * @param name the link
   * @param target where it points
   * @throws UnsafeArchiveException when it is no relative path
   */
  static void checkText(String name, String target) throws UnsafeArchiveException {
    EntryName.checkCharacters(name, target);
    if (target.isEmpty()) {
      throw refused(name, "is a link to nothing");
    }
    if (target.startsWith("/")) {
      throw refused(name, "is a link to the absolute path " + quoted(target));
    }
    if (target.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw refused(name, "is a link to a path longer than " + MOST_BYTES + " bytes");
    }
  }

  /**
   * Follows one link to its end, through folders that are links themselves. The end need not exist.
   *
   * @param name the link
   * @throws UnsafeArchiveException when the way leaves the archive or does not end
   */
  void check(String name) throws UnsafeArchiveException {
    Deque<String> place = new ArrayDeque<>(parts(name));
    Deque<String> ahead = new ArrayDeque<>();
    ahead.push(place.removeLast());
    int followed = 0;
    while (!ahead.isEmpty()) {
      steps += 1 + place.size();
      if (steps > MOST_STEPS) {
        throw refused(name, "is one of more links to links than can be followed");
      }
      String part = ahead.pop();
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (part.equals("..")) {
        if (place.pollLast() == null) {
          throw refused(name, "is a link out of the folder, to " + target(name));
        }
        continue;
      }
      place.addLast(part);
      String target = links.get(String.join("/", place));
      if (target != null) {
        if (++followed > MOST_LINKS) {
          throw refused(name, "is a link to " + target(name) + ", which leads to itself");
        }
        place.removeLast();
        List<String> parts = parts(target);
        for (int i = parts.size() - 1; i >= 0; i--) {
          ahead.push(parts.get(i));
        }
      }
    }
  }

  private String target(String name) {
    return quoted(links.getOrDefault(name, ""));
  }

  private static List<String> parts(String path) {
    return Arrays.asList(path.split("/", -1));
  }

  private static String quoted(String text) {
    return UnsafeArchiveException.quoted(text);
  }

  private static UnsafeArchiveException refused(String name, String reason) {
    return UnsafeArchiveException.entry(name, reason, Advice.RELINK);
  }
}
