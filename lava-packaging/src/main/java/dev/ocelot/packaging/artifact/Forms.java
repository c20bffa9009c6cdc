package dev.ocelot.packaging.artifact;

import java.util.regex.Pattern;

/** How values are spelled in records. The JSON schemas say the same. */
final class Forms {
  static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  static final String SHA256_WORDS = "64 lower-case hexadecimal digits";
  static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
  static final String MD5_WORDS = "32 lower-case hexadecimal digits";
  static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  static final String COMMIT_WORDS = "a full commit id";
  static final Pattern PLATFORM = Pattern.compile("any|[a-z0-9]+/[a-z0-9]+(/[a-z0-9]+)?");
  static final String PLATFORM_WORDS = "such as linux/amd64, or any";
  static final String KIND_WORDS = "lower-case words joined by hyphens";

  private static final String SEGMENT = "(?!\\.{1,2}(?:/|$))[^/\\\\\\x00-\\x1f\\x7f]+";

  static final Pattern FILE_NAME = Pattern.compile(SEGMENT);
  static final String FILE_NAME_WORDS = "a file name without folders";
  static final Pattern PATH = Pattern.compile("(?:" + SEGMENT + "/)*" + SEGMENT);
  static final String PATH_WORDS = "a path inside the output directory, with forward slashes";

  private Forms() {}
}
