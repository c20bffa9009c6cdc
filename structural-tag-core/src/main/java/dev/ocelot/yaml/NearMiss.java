package dev.ocelot.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the name that was probably meant by a wrong one. */
public final class NearMiss {
  private NearMiss() {}

  /**
   * The known name that is nearest to a wrong one. Upper and lower case, {@code -} and {@code _}
   * count as equal; otherwise one slip (a letter too many, missing, wrong, or two swapped) in three
   * letters is forgiven.
   *
   * @param wrong what was written
   * @param known what could have been meant
   * @return the nearest name, of equally near ones the first by {@link String#compareTo}; empty
   *     when none is near
   */
  public static Optional<String> nearest(String wrong, Collection<String> known) {
    String folded = fold(wrong);
    int best = Math.max(1, wrong.length() / 3) + 1;
    @Nullable String nearest = null;
    for (String name : known) {
      if (name.length() > wrong.length() + best || wrong.length() > name.length() + best) {
        continue;
      }
      int distance = distance(folded, fold(name));
      if (distance > 0 && distance >= Math.min(wrong.length(), name.length())) {
        continue; // nothing of the word is left
      }
      boolean tie = distance == best && nearest != null && name.compareTo(nearest) < 0;
      if (distance < best || tie) {
        best = distance;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The number of slips between two words (optimal string alignment). */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        row[j] = swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
      }
    }
    return row[b.length()];
  }
}
