package dev.ocelot.packaging.artifact.bom;

import java.util.Comparator;

/**
 * Something that an artifact holds or was made from.
 *
 * @param purl its package URL, such as {@code pkg:golang/example.org/m@v1.2.3}; unique in a bill
 * @param name as its ecosystem has it
 * @param version as its ecosystem has it, or empty
 * @param sha256 of its archive, or empty when that is not known
 * @param licence the SPDX identifier, or empty when it is not known
 */
public record Part(String purl, String name, String version, String sha256, String licence)
    implements Comparable<Part> {
  private static final Comparator<Part> ORDER =
      Comparator.comparing(Part::name).thenComparing(Part::version).thenComparing(Part::purl);

  @Override
  public int compareTo(Part other) {
    return ORDER.compare(this, other);
  }
}
