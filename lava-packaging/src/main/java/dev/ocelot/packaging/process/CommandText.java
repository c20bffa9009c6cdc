package dev.ocelot.packaging.process;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows an argument list on one line, so that a reader can paste it into a shell. */
final class CommandText {
  private static final String PLAIN = "@%_+=:,./-";

  private CommandText() {}

  static String of(List<String> argv) {
    return argv.stream().map(CommandText::word).collect(Collectors.joining(" "));
  }

  private static String word(String argument) {
    if (!argument.isEmpty() && argument.chars().allMatch(CommandText::isPlain)) {
      return argument;
    }
    if (argument.chars().anyMatch(Character::isISOControl)) {
      return "$'" + escaped(argument) + "'";
    }
    return "'" + argument.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || PLAIN.indexOf(c) >= 0;
  }

  private static String escaped(String argument) {
    StringBuilder text = new StringBuilder();
    argument
        .chars()
        .forEach(
            c -> {
              if (c == '\'' || c == '\\') {
                text.append('\\').append((char) c);
              } else if (c == '\n') {
                text.append("\\n");
              } else if (Character.isISOControl(c)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                text.append((char) c);
              }
            });
    return text.toString();
  }
}
