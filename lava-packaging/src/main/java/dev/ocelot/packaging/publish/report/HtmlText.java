package dev.ocelot.packaging.publish.report;

/** Text as HTML takes it. */
public final class HtmlText {
  private HtmlText() {}

  /**
   * Escapes what means something to HTML.
   *
   * @param text any text
   * @return the same text, for elements and attributes
   */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
