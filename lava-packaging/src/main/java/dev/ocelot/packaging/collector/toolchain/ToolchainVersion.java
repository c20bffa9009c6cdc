package dev.ocelot.packaging.collector.toolchain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of Go, as far as one can be too old for another.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number, 0 when there is none
 */
record ToolchainVersion(int major, int minor, int patch) implements Comparable<ToolchainVersion> {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:go)?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?:(?:rc|beta)\\d+)?(?: .*)?");

  /**
   * Reads a version.
   *
   * @param text as {@code go version}, or a {@code go} line of a go.mod, has it
   * @return the version; empty for one that is under development
   */
  static Optional<ToolchainVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String patch = matcher.group(3);
    return Optional.of(
        new ToolchainVersion(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            patch == null ? 0 : Integer.parseInt(patch)));
  }

  @Override
  public int compareTo(ToolchainVersion other) {
    if (major != other.major) {
      return Integer.compare(major, other.major);
    }
    return minor != other.minor
        ? Integer.compare(minor, other.minor)
        : Integer.compare(patch, other.patch);
  }
}
