package dev.ocelot.packaging.collector.distribution;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's rules for the versions of modules. */
final class GoVersion {
  static final String WORDS = "a version such as v1.2.3, pseudo-versions included";

  private static final String NUMBER = "(0|[1-9][0-9]*)";
  private static final String WORD = "(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
  private static final Pattern FORM =
      Pattern.compile(
          "v"
              + NUMBER
              + "(\\."
              + NUMBER
              + "){2}(-"
              + WORD
              + "(\\."
              + WORD
              + ")*)?"
              + "(?<incompatible>\\+incompatible)?");

  private GoVersion() {}

  /** Whether a text is a version in the only spelling that a go.mod file keeps. */
  static boolean isVersion(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * Whether a version can be one of a module: a path without suffix holds versions 0 and 1, one
   * that ends in {@code /v2} holds versions 2.
   */
  static boolean fits(String version, String path) {
    Matcher parts = FORM.matcher(version);
    if (!parts.matches()) {
      return false;
    }
    String major = parts.group(1);
    boolean incompatible = parts.group("incompatible") != null;
    boolean early = major.equals("0") || major.equals("1");
    Optional<String> suffix = GoModulePath.major(path);
    if (suffix.isEmpty()) {
      return early != incompatible;
    }
    boolean unreleased = GoModulePath.isGopkg(path) && version.startsWith("v0.0.0-");
    return !incompatible && (suffix.get().equals(major) || unreleased);
  }

  /** The spelling with a leading {@code v}. */
  static String withPrefix(String text) {
    return text.startsWith("v") ? text : "v" + text;
  }
}
