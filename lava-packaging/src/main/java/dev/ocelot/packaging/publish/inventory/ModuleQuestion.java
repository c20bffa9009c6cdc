package dev.ocelot.packaging.publish.inventory;

import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.version.GoSemver;

/**
 * Which modules are looked for.
 *
 * @param module names; {@code *} stands for any text
 * @param below only versions below this one; empty for all
 */
public record ModuleQuestion(LayerPattern module, String below) {

  /** Refuses what has no order. */
  public ModuleQuestion {
    if (!below.isEmpty() && !GoSemver.isVersion(below)) {
      throw new IllegalArgumentException("not a version: " + below);
    }
  }

  /** Whether a module is looked for. One whose version has no order could be below any. */
  boolean isAbout(Module one) {
    return module.fits(one.name())
        && (below.isEmpty()
            || !GoSemver.isVersion(one.version())
            || GoSemver.compare(one.version(), below) < 0);
  }
}
