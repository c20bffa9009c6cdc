package dev.ocelot.packaging.docker;

/**
 * The id of a container.
 *
 * @param text 64 hexadecimal digits
 */
public record ContainerId(String text) {
  /** Refuses anything else, so that an id is never read as an option or a name. */
  public ContainerId {
    if (!text.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a container id: " + text);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
