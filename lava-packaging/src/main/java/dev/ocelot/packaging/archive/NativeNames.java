package dev.ocelot.packaging.archive;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Turns names in a file system into names in an archive and back, byte for byte.
 *
 * <p>Under a locale such as {@code C}, Java 17 shows every byte beyond ASCII as a question mark and
 * refuses to make a path from such a character, though the path objects hold the true bytes. URIs
 * give and take those bytes, whatever the locale.
 */
final class NativeNames {
  private static final Path ROOT = Path.of("/");
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private NativeNames() {}

  /**
   * The text of a relative path.
   *
   * @param relative a path as the file system gave it
   * @return its text, with forward slashes
   * @throws CharacterCodingException when its bytes are not UTF-8
   */
  static String text(Path relative) throws CharacterCodingException {
    String shown = relative.toString();
    if (isAscii(shown)) {
      return shown;
    }
    // A path to a folder that exists gets a slash at its end.
    String raw = ROOT.resolve(relative).toUri().getRawPath().substring(1);
    String path = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    return strictUtf8(unescape(path));
  }

  /**
   * A place below a folder.
   *
   * @param folder the folder
   * @param name a relative name with forward slashes
   * @return the path, with the name's UTF-8 bytes
   */
  static Path below(Path folder, String name) {
    return folder.resolve(path(name));
  }

  /**
   * A relative path.
   *
   * @param name a relative name with forward slashes
   * @return the path, with the name's UTF-8 bytes
   */
  static Path path(String name) {
    if (isAscii(name)) {
      return Path.of(name);
    }
    Path absolute = Path.of(URI.create("file:///" + escape(name)));
    return absolute.subpath(0, absolute.getNameCount());
  }

  /**
   * Decodes UTF-8 and nothing else.
   *
   * @param bytes the bytes
   * @return the text
   * @throws CharacterCodingException when the bytes are not UTF-8
   */
  static String strictUtf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static byte[] unescape(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        bytes.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toByteArray();
  }

  private static String escape(String name) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(b & 0xFF) >= 0) {
        escaped.append((char) b);
      } else {
        escaped.append('%').append(Character.forDigit((b >> 4) & 15, 16));
        escaped.append(Character.forDigit(b & 15, 16));
      }
    }
    return escaped.toString();
  }
}
