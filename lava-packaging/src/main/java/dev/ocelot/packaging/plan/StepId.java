package dev.ocelot.packaging.plan;

/**
 * The name of a step, shown to people and unique in its plan, such as {@code hello amd64}.
 *
 * @param text one line, not empty
 */
public record StepId(String text) implements Comparable<StepId> {
  /** Refuses an empty name and one of several lines. */
  public StepId {
    if (text.isBlank() || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("not a step's name: " + text);
    }
  }

  @Override
  public int compareTo(StepId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
