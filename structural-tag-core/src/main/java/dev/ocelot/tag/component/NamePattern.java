package dev.ocelot.tag.component;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A Python regular expression that a whole name must match, as {@code re.fullmatch} has it in
 * Mesa's {@code update_tag.py}.
 */
final class NamePattern {
  private static final int MOST_STEPS = 1_000_000;

  private final String parameter;
  private final String expression;
  private final Pattern pattern;

  private NamePattern(String parameter, String expression, Pattern pattern) {
    this.parameter = parameter;
    this.expression = expression;
    this.pattern = pattern;
  }

  /**
   * Reads an expression.
   *
   * @param parameter where it comes from, for messages
   * @param expression in Python's syntax
   * @throws ProblemException {@code config-invalid} with the position of what is wrong
   */
  static NamePattern parse(String parameter, String expression) {
    PythonRegex translated = new PythonRegex(expression);
    try {
      return new NamePattern(parameter, expression, Pattern.compile(translated.toJava()));
    } catch (PatternSyntaxException e) {
      // for this one the index is that of the character in front
      int index = e.getIndex() + (e.getDescription().startsWith("Unmatched closing") ? 1 : 0);
      int at = translated.originOf(index);
      throw new ProblemException(
          Problem.error(
                  ProblemId.CONFIG_INVALID,
                  "%s '%s' is not a regular expression: %s%s"
                      .formatted(
                          parameter,
                          expression,
                          e.getDescription(),
                          at < 0 ? "" : " at character " + (at + 1)))
              .withRemedy(Remedy.advice("Correct the expression; it must match whole names")),
          e);
    }
  }

  /**
   * Whether a whole name matches.
   *
   * @throws ProblemException when the expression takes beyond all reason to decide
   */
  boolean matches(String name) {
    try {
      return pattern.matcher(new Counted(name, new Steps(MOST_STEPS))).matches();
    } catch (OutOfSteps | StackOverflowError e) {
      throw new ProblemException(
          Problem.error(
                  ProblemId.CONFIG_INVALID,
                  "%s '%s' takes too long to match '%s'".formatted(parameter, expression, name))
              .withRemedy(Remedy.advice("Write it without nested repetitions")),
          e);
    }
  }

  private static final class OutOfSteps extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Steps {
    private int left;

    Steps(int left) {
      this.left = left;
    }

    void take() {
      if (--left < 0) {
        throw new OutOfSteps();
      }
    }
  }

  /** Ends a match that would otherwise run for ever. */
  private record Counted(String text, Steps steps) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      steps.take();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end), steps);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
