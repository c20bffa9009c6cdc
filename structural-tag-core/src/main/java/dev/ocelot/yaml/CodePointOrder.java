package dev.ocelot.yaml;

import java.util.Comparator;

/**
 * Orders texts by code points, as Python does. {@link String#compareTo} differs beyond U+FFFF,
 * where it sees surrogates.
 */
enum CodePointOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char left = a.charAt(i);
      char right = b.charAt(i);
      if (left != right) {
        return rank(left) - rank(right);
      }
    }
    return a.length() - b.length();
  }

  /** Moves surrogates behind all other UTF-16 units. */
  private static int rank(char unit) {
    if (unit < 0xD800) {
      return unit;
    }
    return unit < 0xE000 ? unit + 0x10000 : unit;
  }
}
