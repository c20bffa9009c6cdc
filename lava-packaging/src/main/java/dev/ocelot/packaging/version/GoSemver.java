package dev.ocelot.packaging.version;

import java.util.List;
import java.util.regex.Pattern;

/** Orders versions of Go modules, which are semantic versions with a {@code v}. */
public final class GoSemver {
  private static final Pattern FORM =
      Pattern.compile("(v|go)?[0-9]+(\\.[0-9]+){0,3}(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

  private GoSemver() {}

  /**
   * Whether a text has an order among versions.
   *
   * @param text such as {@code v1.2.3}; a toolchain's {@code go1.26.1} and a version without the
   *     letter too
   * @return true when {@link #compare} takes it
   */
  public static boolean isVersion(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * Compares two versions by semantic versioning; what follows a {@code +} does not count.
   *
   * @param left such as {@code v1.2.3}
   * @param right such as {@code v1.2.4-rc.1}
   * @return less than, equal to or greater than zero
   */
  public static int compare(String left, String right) {
    List<String> one = parts(left);
    List<String> other = parts(right);
    int numbers = identifiers(one.get(0), other.get(0));
    if (numbers != 0) {
      return numbers;
    }
    if (one.get(1).isEmpty() || other.get(1).isEmpty()) {
      // A pre-release comes before its release.
      return Boolean.compare(one.get(1).isEmpty(), other.get(1).isEmpty());
    }
    return identifiers(one.get(1), other.get(1));
  }

  private static List<String> parts(String version) {
    String plain = version.replaceFirst("^(v|go)", "").replaceFirst("\\+.*", "");
    int dash = plain.indexOf('-');
    return dash < 0
        ? List.of(plain, "")
        : List.of(plain.substring(0, dash), plain.substring(dash + 1));
  }

  private static int identifiers(String left, String right) {
    List<String> one = List.of(left.split("\\.", -1));
    List<String> other = List.of(right.split("\\.", -1));
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = identifier(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  private static int identifier(String left, String right) {
    boolean one = isNumber(left);
    boolean other = isNumber(right);
    if (one && other) {
      int byLength = Integer.compare(left.length(), right.length());
      return byLength != 0 ? byLength : left.compareTo(right);
    }
    // A number comes before words.
    return one == other ? left.compareTo(right) : Boolean.compare(other, one);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
