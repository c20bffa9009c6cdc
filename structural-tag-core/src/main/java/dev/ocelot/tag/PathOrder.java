package dev.ocelot.tag;

import java.util.Comparator;

/** The order of paths wherever files are listed. */
public final class PathOrder {
  /**
   * By the bytes of their UTF-8 form, whatever the locale. {@link String#compareTo} differs for
   * characters beyond the sixteen-bit ones.
   */
  public static final Comparator<String> BY_BYTES = PathOrder::compare;

  private PathOrder() {}

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean bothSurrogates = Character.isSurrogate(x) == Character.isSurrogate(y);
        return bothSurrogates ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
