package dev.ocelot.problem;

/**
 * The stable name of a kind of problem, in kebab-case, such as {@code tag-mismatch}.
 *
 * <p>Ids are shown to users and read by programs, so one is never renamed. A feature declares its
 * own as constants next to the code that reports them; those that several features report stand
 * here.
 *
 * @param text the id, lower-case words joined by hyphens
 * @param fault whose doing it is, which decides how a build ends
 */
public record ProblemId(String text, Fault fault) {

  /** A configuration file, or a pair of them, says something that cannot be meant. */
  public static final ProblemId CONFIG_INVALID = user("config-invalid");

  /** A file that was named as an input is missing, or is not a regular file that can be read. */
  public static final ProblemId INPUT_MISSING = user("input-missing");

  /** A component was named that does not exist. */
  public static final ProblemId UNKNOWN_COMPONENT = user("unknown-component");

  /** A file or folder could not be read or written. */
  public static final ProblemId FILE_ACCESS = environment("file-access");

  /** A program that is needed is not on this machine. */
  public static final ProblemId TOOL_MISSING = environment("tool-missing");

  /** A defect of ours. */
  public static final ProblemId DEFECT = environment("defect");

  /** Whose doing a problem is. */
  public enum Fault {
    /** Something in the user's files or arguments. */
    USER,
    /** Tools, network, disk, or a defect of ours. */
    ENVIRONMENT
  }

  /** Checks the form of the id. */
  public ProblemId {
    if (!text.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not kebab-case: " + text);
    }
  }

  /**
   * A problem in the user's files or arguments.
   *
   * @param text the id in kebab-case
   * @return the id
   */
  public static ProblemId user(String text) {
    return new ProblemId(text, Fault.USER);
  }

  /**
   * A problem with tools, network or disk, or a defect.
   *
   * @param text the id in kebab-case
   * @return the id
   */
  public static ProblemId environment(String text) {
    return new ProblemId(text, Fault.ENVIRONMENT);
  }

  @Override
  public String toString() {
    return text;
  }
}
