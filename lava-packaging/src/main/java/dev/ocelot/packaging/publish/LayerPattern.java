package dev.ocelot.packaging.publish;

import java.util.regex.Pattern;

/**
 * A pattern for names: {@code *} stands for any text, {@code ?} for one character, {@code [ab]} for
 * one of these, {@code [!ab]} for one of the others. The whole name must fit, and case counts.
 *
 * @param text the pattern
 */
public record LayerPattern(String text) {
  /** Fits every name. */
  public static final LayerPattern ALL = new LayerPattern("*");

  /**
   * Whether a name fits.
   *
   * @param name any text
   * @return true when all of it fits
   */
  public boolean fits(String name) {
    return expression().matcher(name).matches();
  }

  /**
   * Whether a layer fits: its name, or its name and a version, as in {@code ocel-*:3}.
   *
   * @param layer the layer's name
   * @param number the version's number
   * @return true when one of the two fits
   */
  public boolean fits(LayerName layer, long number) {
    return fits(layer.text()) || fits(layer + ":" + number);
  }

  private Pattern expression() {
    StringBuilder expression = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '[' ? text.indexOf(']', at + 2) : -1;
      if (end > 0) {
        String inside = text.substring(at + 1, end);
        boolean others = inside.startsWith("!");
        expression
            .append(others ? "[^" : "[")
            .append((others ? inside.substring(1) : inside).replaceAll("[\\\\\\[\\]&^]", "\\\\$0"))
            .append(']');
        at = end + 1;
      } else {
        expression.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        at++;
      }
    }
    return Pattern.compile(expression.toString(), Pattern.DOTALL);
  }
}
