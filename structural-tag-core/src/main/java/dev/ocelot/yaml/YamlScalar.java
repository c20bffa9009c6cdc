package dev.ocelot.yaml;

import dev.ocelot.problem.Location;

/**
 * A single value, kept as text: {@code 0123} stays four characters, {@code yes} stays a word.
 *
 * @param text the text after quotes, escapes and folding are undone
 * @param plain whether it is written without quotes and not as a block
 * @param tag the tag in front of it, empty when none is written
 * @param location where it starts
 */
public record YamlScalar(String text, boolean plain, String tag, Location location)
    implements YamlNode {
  /** What a message can show of a text. */
  private static final int LONGEST = 80;

  /**
   * Whether this stands for no value: nothing, {@code ~} or {@code null}, without quotes or tag.
   *
   * @return true for no value
   */
  public boolean isNull() {
    return plain && tag.isEmpty() && ScalarForm.isNull(text);
  }

  private String shortened() {
    String line = text.replace('\n', ' ');
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  @Override
  public String describe() {
    return isNull() ? "nothing" : "\"" + shortened() + "\"";
  }
}
