package dev.ocelot.maven.console;

import java.util.Map;

/**
 * How a command of ours is written where the reader stands, so that it can be pasted and works.
 *
 * @param launcher what comes before the goal, such as {@code mvn} or {@code mvn -f ../pom.xml}
 * @param plugin the prefix {@code ocelot} where Maven can resolve it, else the full coordinates
 * @param standing properties that the command needs to reach the same repository, such as {@code
 *     ocelot.root}
 */
public record CommandSpelling(String launcher, String plugin, Map<String, String> standing) {

  /**
   * Writes a command.
   *
   * @param goal the goal without prefix
   * @param parameters user properties to values, in the order in which they are to be written
   * @return a line for a POSIX shell
   */
  public String command(String goal, Map<String, String> parameters) {
    StringBuilder line =
        new StringBuilder(launcher).append(' ').append(plugin).append(':').append(goal);
    standing.forEach((name, value) -> append(line, name, value));
    parameters.forEach((name, value) -> append(line, name, value));
    return line.toString();
  }

  private static void append(StringBuilder line, String name, String value) {
    line.append(' ').append(quoted("-D" + name + "=" + value));
  }

  /**
   * Quotes a word for a POSIX shell where it needs it.
   *
   * @param word the word
   * @return the word, or the word in single quotes
   */
  public static String quoted(String word) {
    boolean plain = !word.isEmpty() && word.chars().allMatch(CommandSpelling::isPlain);
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-_=.,/:@+%".indexOf(c) >= 0;
  }
}
