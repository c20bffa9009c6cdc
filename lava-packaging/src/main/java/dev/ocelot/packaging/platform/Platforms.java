package dev.ocelot.packaging.platform;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.NearMiss;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The platforms that are known, in the order of their data file. */
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
   * Those of {@code dev/ocelot/config/platforms.yaml}, read once.
   *
   * @return the register
   */
  public static Platforms standard() {
    return Shipped.PLATFORMS;
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
   * arm64}). Other vocabularies' words are not taken, so that a file says one thing in one way.
   *
   * @param text what was written
   * @param where the place, for the problem
   * @return the platform
   * @throws ProblemException {@code unknown-platform}, which names the legal values and, for
   *     another vocabulary's word or a slip, the right one
   */
  public Platform parse(String text, Location where) {
    Predicate<Platform> named = p -> p.name().equals(text) || p.shortName().equals(text);
    return first(named).orElseThrow(() -> new ProblemException(unknown(text, where)));
  }

  /**
   * Reads what a program said, in any vocabulary and in the spellings that Docker itself accepts
   * ({@code linux/arm64/v8}, {@code aarch64}, {@code x86_64}). No word means two platforms.
   *
   * @param word the word
   * @return the platform, or nothing when nobody calls one so
   */
  public Optional<Platform> spelled(String word) {
    return first(
        p ->
            p.name().equals(word)
                || p.shortName().equals(word)
                || p.triple().equals(word)
                || p.words().values().stream().anyMatch(words -> words.contains(word)));
  }

  /**
   * Reads one vocabulary's word.
   *
   * @param vocabulary whose word it is
   * @param word the word
   * @return the platform, or nothing when that vocabulary does not have the word
   */
  public Optional<Platform> spelled(Vocabulary vocabulary, String word) {
    return first(p -> p.words().getOrDefault(vocabulary, List.of()).contains(word));
  }

  /**
   * The platform of this machine, by the Java property {@code os.arch}. Where the machine does not
   * run Linux, that of the Linux machine in which its containers run.
   *
   * @return the platform, or nothing when this kind of machine is not known
   */
  public Optional<Platform> host() {
    return spelled(Vocabulary.JAVA, System.getProperty("os.arch", ""));
  }

  private Optional<Platform> first(Predicate<Platform> condition) {
    return all.stream().filter(condition).findFirst();
  }

  private Problem unknown(String text, Location where) {
    List<String> legal = all.stream().map(Platform::name).toList();
    Problem problem =
        Problem.error(UNKNOWN_PLATFORM, "the platform \"" + text + "\" is not known")
            .at(where)
            .comparing("\"" + text + "\"", "one of " + String.join(", ", legal));
    return spelled(text)
        .map(Platform::name)
        .or(() -> NearMiss.nearest(text, legal))
        .map(right -> problem.withRemedy(Remedy.advice("Write " + right + " for " + text)))
        .orElse(problem);
  }

  /** Read when it is first asked for, and never changed. */
  private static final class Shipped {
    static final Platforms PLATFORMS = new Platforms(PlatformData.shipped());
  }
}
