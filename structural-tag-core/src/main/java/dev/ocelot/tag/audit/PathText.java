package dev.ocelot.tag.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a word as far as it is known, with marks for the root of the repository and for what
 * cannot be known. The marks are characters for private use, which paths do not hold.
 */
final class PathText {
  static final char ROOT = '\uE000';
  static final char UNKNOWN = '\uE001';

  private PathText() {}

  /** Whether a text is the root or a path below it. */
  static boolean isRooted(String text) {
    return !text.isEmpty()
        && text.charAt(0) == ROOT
        && (text.length() == 1 || text.charAt(1) == '/');
  }

  /**
   * The folder that {@code cd} would lead to.
   *
   * @param from the current folder
   * @param to the argument
   */
  static String folder(String from, String to) {
    if (isRooted(to)) {
      return to;
    }
    boolean relative = !to.isEmpty() && "/~-".indexOf(to.charAt(0)) < 0 && to.charAt(0) != UNKNOWN;
    return relative && isRooted(from) ? from + "/" + to : String.valueOf(UNKNOWN);
  }

  /** The folder that holds a path. */
  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return isRooted(path) && slash > 0 ? path.substring(0, slash) : String.valueOf(UNKNOWN);
  }

  /**
   * The places of the repository that a word may speak of.
   *
   * @param text the word
   * @param current the current folder
   */
  static List<Place> places(String text, String current) {
    List<Place> places = new ArrayList<>();
    boolean rooted = false;
    for (int at = text.indexOf(ROOT); at >= 0; at = text.indexOf(ROOT, at + 1)) {
      rooted = true;
      int end = at + 1;
      while (end < text.length() && ":,;\n \t".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      place(text.substring(at + 1, end), true, places);
    }
    if (rooted) {
      return places;
    }
    int ci = text.indexOf("/.gitlab-ci/");
    String tail = text.substring(text.indexOf('=') + 1);
    if (ci >= 0 && text.charAt(0) != '/') {
      place(text.substring(ci), true, places);
    } else if (tail.startsWith(".gitlab-ci/")) {
      place("/" + tail, true, places);
    } else if (isRooted(current)
        && !tail.isEmpty()
        && "/-~".indexOf(tail.charAt(0)) < 0
        && tail.charAt(0) != UNKNOWN) {
      place(current.substring(1) + "/" + tail, false, places);
    }
    return places;
  }

  private static void place(String text, boolean certain, List<Place> places) {
    int end = 0;
    while (end < text.length() && "*?[{".indexOf(text.charAt(end)) < 0 && isKnown(text, end)) {
      end++;
    }
    boolean cut = end < text.length();
    String known = cut ? text.substring(0, text.lastIndexOf('/', end) + 1) : text;
    if (known.startsWith("/")) {
      normal(known).forEach(path -> places.add(new Place(path, certain, cut)));
    }
  }

  private static boolean isKnown(String text, int at) {
    return text.charAt(at) != UNKNOWN && text.charAt(at) != ROOT;
  }

  /** The path without empty and dot parts; none when it leaves the root. */
  private static List<String> normal(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return List.of();
        }
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? List.of() : List.of(String.join("/", parts));
  }

  /**
   * A place of the repository.
   *
   * @param path relative to the root, never empty
   * @param certain whether the word says that it lies in the repository; else it would, if the word
   *     is a path at all
   * @param folder whether only the folder is known, and something in it is meant
   */
  record Place(String path, boolean certain, boolean folder) {}
}
