package dev.ocelot.packaging.collector.distribution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's rules for the paths of modules that can be downloaded. */
final class GoModulePath {
  static final String WORDS = "a module path such as example.com/owner/module";

  private static final Pattern FIRST = Pattern.compile("(?!-)(?=.*\\.)[a-z0-9.-]+");
  private static final Pattern ELEMENT = Pattern.compile("(?!\\.)[A-Za-z0-9._~-]*[A-Za-z0-9_~-]");
  private static final Pattern SHORT_NAME = Pattern.compile("[^.]*~[0-9]+(\\..*)?");
  private static final Pattern MAJOR = Pattern.compile(".*/v([0-9.]+)");
  private static final Pattern GOPKG = Pattern.compile("gopkg\\.in/.*\\.v([0-9]+)(-unstable)?");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]*");

  /** Names of devices on Windows, where nothing can be unpacked into a folder named so. */
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private GoModulePath() {}

  /** Whether a text can be the path of a module. */
  static boolean isPath(String text) {
    String[] elements = text.split("/", -1);
    return FIRST.matcher(elements[0]).matches()
        && Arrays.stream(elements).allMatch(GoModulePath::isElement)
        && hasLegalMajor(text);
  }

  private static boolean isElement(String element) {
    int dot = element.indexOf('.');
    String stem = dot < 0 ? element : element.substring(0, dot);
    return ELEMENT.matcher(element).matches()
        && !DEVICES.contains(stem.toLowerCase(Locale.ROOT))
        && !SHORT_NAME.matcher(element).matches();
  }

  private static boolean hasLegalMajor(String path) {
    Optional<String> major = major(path);
    if (isGopkg(path)) {
      return major.isPresent() && NUMBER.matcher(major.get()).matches();
    }
    return major.isEmpty()
        || (NUMBER.matcher(major.get()).matches()
            && !major.get().equals("0")
            && !major.get().equals("1"));
  }

  /** The major version in which a path ends, such as 2 for {@code example.com/m/v2}. */
  static Optional<String> major(String path) {
    Matcher suffix = (isGopkg(path) ? GOPKG : MAJOR).matcher(path);
    return suffix.matches() ? Optional.of(suffix.group(1)) : Optional.empty();
  }

  static boolean isGopkg(String path) {
    return path.startsWith("gopkg.in/");
  }
}
