package dev.ocelot.packaging.platform;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemId;
import java.util.List;
import java.util.Optional;

/** The platforms that are known, in the order of their data file. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Platforms {
  /** A platform was named that is not known. */
  public static final ProblemId UNKNOWN_PLATFORM = ProblemId.user("unknown-platform");

  private final List<Platform> all;

  /**
   * A register of platforms.
   *
   * @param all the platforms
   */
  Platforms(List<Platform> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Those of {@code dev/ocelot/config/platforms.yaml}.
   *
   * @return the register
   */
  public static Platforms standard() {
    throw new UnsupportedOperationException();
  }

  /**
   * Every platform.
   *
   * @return at least one
   */
  public List<Platform> all() {
    return all;
  }

  /**
   * Reads what a person wrote: Docker's name ({@code linux/arm64}) or our short name ({@code
   * arm64}).
   *
   * @param text what was written
   * @param where the place, for the problem
   * @return the platform
   * @throws dev.ocelot.problem.ProblemException {@code unknown-platform}, which names the legal
   *     values and, for another vocabulary's word, the right one
   */
  public Platform parse(String text, Location where) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads what a program said, in any vocabulary and in the spellings that Docker itself accepts
   * ({@code linux/arm64/v8}, {@code aarch64}, {@code x86_64}).
   *
   * @param word the word
   * @return the platform, or nothing when nobody calls one so
   */
  public Optional<Platform> spelled(String word) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads one vocabulary's word.
   *
   * @param vocabulary whose word it is
   * @param word the word
   * @return the platform, or nothing when that vocabulary does not have the word
   */
  public Optional<Platform> spelled(Vocabulary vocabulary, String word) {
    throw new UnsupportedOperationException();
  }

  /**
   * The platform of this machine. On macOS, that of the Linux machine in which its containers run.
   *
   * @return the platform, or nothing when this kind of machine is not known
   */
  public Optional<Platform> host() {
    throw new UnsupportedOperationException();
  }
}
