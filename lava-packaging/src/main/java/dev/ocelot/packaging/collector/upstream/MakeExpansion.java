package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.packaging.collector.upstream.Makefile.Variable;
import dev.ocelot.problem.Location;
import java.util.Map;

/**
 * Expands variables as make would, without a shell: of commands it knows those whose result is
 * known beforehand.
 */
final class MakeExpansion {
  /** Stands for the commit, the collector's version, an architecture, tags and the folder. */
  static final String COMMIT = "\uE000";

  static final String VERSION = "\uE001";
  static final String ARCHITECTURE = "\uE002";
  static final String TAGS = "\uE003";
  static final String FOLDER = "\uE004";

  private static final int DEEPEST = 50;

  /** What a command prints when it is run in the collector's folder of the checkout. */
  private static final Map<String, String> COMMANDS =
      Map.of(
          "git rev-parse HEAD", COMMIT,
          "cat VERSION", VERSION,
          "cat ./VERSION", VERSION,
          "pwd", FOLDER,
          "go env GOARCH", ARCHITECTURE,
          "go env GOOS", "linux");

  /** What is given by environment or make itself. */
  private static final Map<String, String> GIVEN =
      Map.of("BUILDTAGS", TAGS, "CURDIR", FOLDER, "PWD", FOLDER, "MAKE", "make");

  private final Makefile makefile;

  MakeExpansion(Makefile makefile) {
    this.makefile = makefile;
  }

  /** Something that only a shell or make itself can tell. */
  static final class UnknownException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Location location;

    UnknownException(String what, Location location) {
      super(what);
      this.location = location;
    }

    Location location() {
      return location;
    }

    String what() {
      return String.valueOf(getMessage());
    }
  }

  String expand(String text, Location where) throws UnknownException {
    return expand(text, where, 0);
  }

  private String expand(String text, Location where, int depth) throws UnknownException {
    if (depth > DEEPEST) {
      throw new UnknownException(text, where);
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '$' || at == text.length()) {
        out.append(c);
        continue;
      }
      char next = text.charAt(at);
      if (next == '$') {
        out.append('$');
        at++;
      } else if (next == '(' || next == '{') {
        int end = closing(text, at);
        if (end < 0) {
          throw new UnknownException(text.substring(at - 1), where);
        }
        out.append(reference(text.substring(at + 1, end), where, depth + 1));
        at = end + 1;
      } else {
        throw new UnknownException("$" + next, where);
      }
    }
    return out.toString();
  }

  private static int closing(String text, int open) {
    char opening = text.charAt(open);
    char closing = opening == '(' ? ')' : '}';
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == opening ? 1 : text.charAt(i) == closing ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private String reference(String inner, Location where, int depth) throws UnknownException {
    if (inner.startsWith("shell ")) {
      String command = expand(inner.substring(6), where, depth).strip();
      String known = COMMANDS.get(command);
      if (known == null) {
        throw new UnknownException("$(" + inner + ")", where);
      }
      return known;
    }
    if (inner.startsWith("if ")) {
      return choice(inner.substring(3), where, depth);
    }
    if (GIVEN.containsKey(inner)) {
      return GIVEN.get(inner);
    }
    Variable variable = makefile.variable(inner).orElse(null);
    if (variable == null || !variable.certain()) {
      throw new UnknownException("$(" + inner + ")", where);
    }
    return expand(variable.value(), variable.location(), depth);
  }

  /** {@code $(if condition,then,else)}, where no comma stands within one of the three. */
  private String choice(String inner, Location where, int depth) throws UnknownException {
    String[] parts = inner.split(",", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new UnknownException("$(if " + inner + ")", where);
    }
    if (!expand(parts[0].strip(), where, depth).isBlank()) {
      return expand(parts[1], where, depth);
    }
    return parts.length == 3 ? expand(parts[2], where, depth) : "";
  }
}
