package dev.ocelot.packaging.store;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The problems of the store. */
public final class StoreProblems {
  /** The store's folder cannot be used, or the disk is full. */
  public static final ProblemId STORE_UNUSABLE = ProblemId.environment("store-unusable");

  /** An entry is not what was stored; it is made again. */
  public static final ProblemId STORE_DAMAGED = ProblemId.environment("store-damaged");

  /** Another process works on the same thing for too long. */
  public static final ProblemId STORE_BUSY = ProblemId.environment("store-busy");

  private static final Remedy SPACE =
      Remedy.advice("free space or mend the folder, or name another with -Docelot.store=<folder>");

  private StoreProblems() {}

  static ProblemException unusable(Path place, String what, IOException cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new ProblemException(
        Problem.error(STORE_UNUSABLE, what + ": " + why)
            .at(Location.of(place.toString()))
            .withRemedy(SPACE),
        cause);
  }

  static ProblemException notPlaced(Path target, IOException cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new ProblemException(
        Problem.error(
                ProblemId.FILE_ACCESS, "a finished file could not be put in its place: " + why)
            .at(Location.of(target.toString()))
            .withRemedy(Remedy.advice("free space or mend the folder, then run again")),
        cause);
  }

  static ProblemException notAStore(Path root, String stranger) {
    return new ProblemException(
        Problem.error(
                STORE_UNUSABLE, "the folder holds other things than a store, such as " + stranger)
            .at(Location.of(root.toString()))
            .withRemedy(
                Remedy.advice("name an empty or a new folder with -Docelot.store=<folder>")));
  }

  /**
   * An entry was damaged.
   *
   * @param key its key
   * @param what what is wrong with it
   * @return a warning
   */
  public static Problem damaged(BuildKey key, String what) {
    return Problem.warning(STORE_DAMAGED, "a stored result was damaged and is made again: " + what)
        .at(Location.of("store entry " + key.sha256()));
  }

  static ProblemException busy(Path lock, Duration limit) {
    return new ProblemException(
        Problem.error(
                STORE_BUSY,
                "another run still builds the same thing after " + limit.toSeconds() + " s")
            .at(Location.of(lock.toString()))
            .withRemedy(Remedy.advice("wait for the other run to end, or stop it, and run again")));
  }
}
