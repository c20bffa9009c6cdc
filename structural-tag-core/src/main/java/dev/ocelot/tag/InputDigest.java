package dev.ocelot.tag;

/**
 * What one input was when a tag was computed, for records and explanations.
 *
 * @param path the path as it is declared: relative to the repository root, with forward slashes
 * @param size in bytes
 * @param sha256 over its bytes, lower-case hexadecimal
 * @param text what kind of text it is, which tells a change of line ends from a change of content
 */
public record InputDigest(String path, long size, String sha256, TextTraits text) {

  /**
   * What can be said about the bytes as text.
   *
   * @param crlf whether any line ends in CR LF
   * @param normalisedSha256 sha256 over the bytes with every CR LF read as LF
   * @param codeSha256 sha256 over the lines that are neither blank nor, by their first non-blank
   *     character {@code #}, a comment, with LF line ends; the {@code #!} line counts as code
   */
  public record TextTraits(boolean crlf, String normalisedSha256, String codeSha256) {}
}
