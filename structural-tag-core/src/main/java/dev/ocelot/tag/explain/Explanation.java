package dev.ocelot.tag.explain;

import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.ComponentName;
import java.util.List;

/** Why a component's computed tag is not the declared one. */
public sealed interface Explanation {
  /**
   * The component.
   *
   * @return its name
   */
  ComponentName component();

  /**
   * What its tag is now, and from which inputs.
   *
   * @return the tag with its inputs
   */
  ComputedTag computed();

  /**
   * No tag is declared, so there is nothing to compare with.
   *
   * @param component the component
   * @param computed its tag now
   */
  record Undeclared(ComponentName component, ComputedTag computed) implements Explanation {}

  /**
   * Another tag is declared, and what it was computed from is known.
   *
   * @param component the component
   * @param declared the declared tag
   * @param computed its tag now
   * @param source where the earlier inputs are known from
   * @param differences how the inputs differ
   */
  record Compared(
      ComponentName component,
      Tag declared,
      ComputedTag computed,
      Source source,
      List<TagDifference> differences)
      implements Explanation {
    /** Keeps a copy. */
    public Compared {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Another tag is declared, and nothing tells what it was computed from.
   *
   * @param component the component
   * @param declared what is declared, which may be no tag at all
   * @param computed its tag now
   */
  record Unknown(ComponentName component, String declared, ComputedTag computed)
      implements Explanation {}

  /** Where earlier inputs are known from. */
  sealed interface Source {
    /** They were recorded on this machine when the tag was computed. */
    record Recorded() implements Source {}

    /**
     * They are those of a revision.
     *
     * @param id the revision
     */
    record InRevision(String id) implements Source {}
  }
}
