package dev.ocelot.packaging.source;

import dev.ocelot.problem.Location;
import java.util.Locale;

/**
 * A file that is known by its digest.
 *
 * @param address where it can be had: a scheme, a colon, and what the scheme's fetcher understands
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 * @param location where it is declared
 */
public record Source(String address, String sha256, Location location) {
  /** Refuses what is no digest or has no scheme. */
  public Source {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a sha256: " + sha256);
    }
    if (!address.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
      throw new IllegalArgumentException("an address without a scheme: " + address);
    }
  }

  /**
   * What comes before the colon.
   *
   * @return in lower case
   */
  public String scheme() {
    return address.substring(0, address.indexOf(':')).toLowerCase(Locale.ROOT);
  }

  /**
   * The address as it may be shown.
   *
   * @return without a user and password
   */
  public String shownAddress() {
    return address.replaceFirst("//[^/@?#]*@", "//***@");
  }

  /** What comes after the last slash or colon, for a short name. */
  String shortName() {
    String path = shownAddress().replaceFirst("[?#].*", "");
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
  }
}
