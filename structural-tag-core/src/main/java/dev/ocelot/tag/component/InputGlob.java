package dev.ocelot.tag.component;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An entry of {@code inputs:}: a path relative to the root, or a glob.
 *
 * <p>{@code *} and {@code ?} stand for characters of one name, {@code [a-z]} and {@code [!a-z]} for
 * one character, {@code **} as a whole segment for any number of folders. As in a shell, a name
 * that begins with a dot is only matched by a segment that does. A backslash takes the meaning from
 * the character behind it.
 */
public final class InputGlob {
  private final List<Segment> segments;

  private InputGlob(List<Segment> segments) {
    this.segments = List.copyOf(segments);
  }

  /**
   * One step of a glob.
   *
   * @param literal the name, when nothing in it is a wildcard; else empty
   * @param pattern what names must match; unused for a literal
   * @param anyDepth whether it stands for any number of folders
   */
  public record Segment(String literal, Pattern pattern, boolean anyDepth) {
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    /**
     * Whether a name is matched.
     *
     * @param name the name of a file or folder
     * @return true for a match
     */
    public boolean matches(String name) {
      return pattern.matcher(name).matches();
    }
  }

  /**
   * Reads a glob.
   *
   * @param text the entry, one that {@link #objection} has nothing against
   * @return the glob
   */
  public static InputGlob parse(String text) {
    List<Segment> segments = new ArrayList<>();
    for (String part : text.split("/", -1)) {
      if (part.equals("**")) {
        segments.add(new Segment("", Segment.NOTHING, true));
      } else if (!part.isEmpty() && !part.equals(".")) {
        segments.add(new SegmentReader(part).read());
      }
    }
    return new InputGlob(segments);
  }

  /**
   * What is wrong with an entry as such.
   *
   * @param text the entry
   * @return a predicate such as {@code is absolute}; empty when nothing is wrong
   */
  public static String objection(String text) {
    if (text.isEmpty()) {
      return "is empty";
    }
    if (text.startsWith("/") || text.matches("[A-Za-z]:.*")) {
      return "is absolute";
    }
    if (text.indexOf('\0') >= 0) {
      return "holds a NUL";
    }
    if (List.of(text.split("/")).contains("..")) {
      return "goes up with '..'";
    }
    if (text.endsWith("/")) {
      return "names a folder";
    }
    try {
      parse(text);
      return "";
    } catch (PatternSyntaxException e) {
      return "has a range that runs backwards";
    }
  }

  /**
   * The steps from the root.
   *
   * @return at least one
   */
  public List<Segment> segments() {
    return segments;
  }

  /**
   * Whether there is any wildcard.
   *
   * @return false for a plain path
   */
  public boolean isGlob() {
    return segments.stream().anyMatch(segment -> segment.anyDepth() || segment.literal().isEmpty());
  }

  /**
   * The path, when there is no wildcard.
   *
   * @return relative to the root
   */
  public String plainPath() {
    return String.join("/", segments.stream().map(Segment::literal).toList());
  }

  /** Translates one segment into a regular expression. */
  private static final class SegmentReader {
    private final String text;
    private final StringBuilder regex = new StringBuilder();
    private final StringBuilder literal = new StringBuilder();
    private boolean wild;

    SegmentReader(String text) {
      this.text = text;
    }

    Segment read() {
      int at = 0;
      while (at < text.length()) {
        char c = text.charAt(at);
        int close = c == '[' ? closingBracket(at) : -1;
        if (c == '*' || c == '?') {
          wild = true;
          regex.append(c == '*' ? ".*" : ".");
          at++;
        } else if (close > 0) {
          wild = true;
          bracket(text.substring(at + 1, close));
          at = close + 1;
        } else {
          int from = c == '\\' && at + 1 < text.length() ? at + 1 : at;
          int next = text.offsetByCodePoints(from, 1);
          literal.append(text, from, next);
          regex.append(Pattern.quote(text.substring(from, next)));
          at = next;
        }
      }
      if (!wild) {
        return new Segment(literal.toString(), Segment.NOTHING, false);
      }
      String hidden = text.startsWith(".") || text.startsWith("\\.") ? "" : "(?!\\.)";
      return new Segment("", Pattern.compile(hidden + regex, Pattern.DOTALL), false);
    }

    /** The index of the bracket that closes the one at an index; -1 when none does. */
    private int closingBracket(int open) {
      int first = open + 1;
      if (first < text.length() && (text.charAt(first) == '!' || text.charAt(first) == '^')) {
        first++;
      }
      return text.indexOf(']', first + 1); // a bracket in first place stands for itself
    }

    private void bracket(String inside) {
      boolean negated = inside.startsWith("!") || inside.startsWith("^");
      String members = negated ? inside.substring(1) : inside;
      regex.append(negated ? "[^" : "[");
      for (int i = 0; i < members.length(); i++) {
        char c = members.charAt(i);
        boolean range = c == '-' && i > 0 && i < members.length() - 1;
        if (!range && "\\[]&^-".indexOf(c) >= 0) {
          regex.append('\\');
        }
        regex.append(c);
      }
      regex.append(']');
    }
  }
}
