package dev.ocelot.packaging.builder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The build arguments that are known before the first {@code FROM}, and their expansion in words.
 */
final class BuildArguments {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\\\(.)|\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)(?::([-+])([^}]*))?\\})");
  private static final Pattern ARGUMENT =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?:=(\"[^\"]*\"|'[^']*'|\\S*))?(?:\\s+|$)");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> given;

  /** With arguments that the one who builds gives; they win over defaults in the file. */
  BuildArguments(Map<String, String> given) {
    this.given = Map.copyOf(given);
    values.putAll(given);
  }

  /**
   * Takes in an {@code ARG} instruction; one without default and without given value stays unset.
   */
  void declare(String arguments) throws UnknownException {
    Matcher argument = ARGUMENT.matcher(arguments);
    while (argument.lookingAt()) {
      String name = argument.group(1);
      String value = argument.group(2);
      if (value != null && !given.containsKey(name)) {
        boolean literal = value.startsWith("'");
        values.put(name, literal ? unquoted(value) : expand(value));
      }
      argument.region(argument.end(), arguments.length());
    }
  }

  /** The word with its variables replaced and its quotes taken away. */
  String expand(String word) throws UnknownException {
    Matcher variable = VARIABLE.matcher(unquoted(word));
    StringBuilder result = new StringBuilder();
    while (variable.find()) {
      variable.appendReplacement(result, Matcher.quoteReplacement(replacement(variable)));
    }
    return variable.appendTail(result).toString();
  }

  private String replacement(Matcher variable) throws UnknownException {
    if (variable.group(1) != null) {
      return variable.group(1);
    }
    String name = variable.group(2) == null ? variable.group(3) : variable.group(2);
    Optional<String> value = Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty());
    String operator = variable.group(4);
    if (operator == null) {
      return value.orElseThrow(() -> new UnknownException(name));
    }
    String word = expand(variable.group(5));
    return operator.equals("-") ? value.orElse(word) : value.isPresent() ? word : "";
  }

  private static String unquoted(String word) {
    boolean quoted =
        word.length() > 1
            && (word.charAt(0) == '"' || word.charAt(0) == '\'')
            && word.charAt(word.length() - 1) == word.charAt(0);
    return quoted ? word.substring(1, word.length() - 1) : word;
  }

  /** A variable has no value that is known here. */
  static final class UnknownException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String name;

    UnknownException(String name) {
      super(name);
      this.name = name;
    }

    String name() {
      return name;
    }
  }
}
