package dev.ocelot.packaging.collector.program;

import java.util.regex.Pattern;

/** Reads the names that Go's linker has for functions. */
final class FunctionName {
  private static final Pattern ESCAPED = Pattern.compile("%([0-9a-f]{2})");

  private FunctionName() {}

  /**
   * The package of a function.
   *
   * @param name such as {@code gopkg.in/yaml%2ev3.(*parser).parse} or {@code
   *     slices.Sort[go.shape.int]}
   * @return its import path; empty for what the compiler made for no package in particular
   */
  static String packageOf(String name) {
    int types = name.indexOf('[');
    String plain = types < 0 ? name : name.substring(0, types);
    // Such as type:.eq.example.org/p.T, which the linker keeps once for all packages.
    if (plain.startsWith("type:") || plain.startsWith("go:")) {
      return "";
    }
    int dot = plain.indexOf('.', plain.lastIndexOf('/') + 1);
    if (dot < 0) {
      return "";
    }
    return ESCAPED
        .matcher(plain.substring(0, dot))
        .replaceAll(hex -> Character.toString((char) Integer.parseInt(hex.group(1), 16)));
  }
}
