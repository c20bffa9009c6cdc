package dev.ocelot.tag.explain;

import dev.ocelot.tag.InputDigest;
import java.util.List;

/** One way in which the inputs of a tag differ from those of another. */
public sealed interface TagDifference {

  /**
   * The bytes of an input differ.
   *
   * @param before what it was
   * @param after what it is
   * @param extent how much of it differs
   */
  record Changed(InputDigest before, InputDigest after, Extent extent) implements TagDifference {}

  /**
   * A file became an input, or one more time so.
   *
   * @param input what it is
   */
  record Added(InputDigest input) implements TagDifference {}

  /**
   * A file is no input any more, or one time less.
   *
   * @param input what it was
   */
  record Removed(InputDigest input) implements TagDifference {}

  /**
   * An input has another name and the same bytes, which by itself does not change a tag.
   *
   * @param before the old path
   * @param after the new path
   */
  record Renamed(String before, String after) implements TagDifference {}

  /**
   * The inputs that are in both lists stand in another order.
   *
   * @param before their paths in the old order
   * @param after their paths in the new order
   */
  record Reordered(List<String> before, List<String> after) implements TagDifference {
    /** Keeps copies. */
    public Reordered {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** How much of a changed input differs. */
  enum Extent {
    /** More than the following. */
    CONTENT,
    /** Only whether lines end in LF or CR LF. */
    LINE_ENDS,
    /** Only blank lines and lines that begin like a comment, and perhaps line ends. */
    COMMENTS
  }
}
