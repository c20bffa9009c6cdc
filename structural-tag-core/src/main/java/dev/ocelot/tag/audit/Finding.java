package dev.ocelot.tag.audit;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;

/**
 * One thing that a rule found.
 *
 * @param rule the rule
 * @param subject whose it is: mostly the name of a component, else a key or file
 * @param message what is wrong, one sentence without a full stop
 * @param location where
 * @param got what was found; empty where there is nothing to compare
 * @param expected what should have been found; empty where there is nothing
 * @param remedy what to do
 */
public record Finding(
    AuditRule rule,
    String subject,
    String message,
    Location location,
    String got,
    String expected,
    Remedy remedy) {

  /**
   * A finding without comparison or remedy; the {@code with} methods add them.
   *
   * @param rule the rule
   * @param subject whose it is
   * @param message what is wrong
   * @param location where
   * @return the finding
   */
  public static Finding of(AuditRule rule, String subject, String message, Location location) {
    return new Finding(rule, subject, message, location, "", "", Remedy.NONE);
  }

  /**
   * The same finding with a comparison.
   *
   * @param found what was found
   * @param wanted what should have been found
   * @return a copy
   */
  public Finding comparing(String found, String wanted) {
    return new Finding(rule, subject, message, location, found, wanted, remedy);
  }

  /**
   * The same finding with advice.
   *
   * @param advice an imperative sentence without a full stop
   * @return a copy
   */
  public Finding withAdvice(String advice) {
    return withRemedy(Remedy.advice(advice));
  }

  /**
   * The same finding with a remedy.
   *
   * @param what what to do
   * @return a copy
   */
  public Finding withRemedy(Remedy what) {
    return new Finding(rule, subject, message, location, got, expected, what);
  }

  /**
   * The finding as a problem: an error for {@link Severity#ERROR}, else a warning.
   *
   * @return the problem; its id is the rule's
   */
  public Problem toProblem() {
    ProblemId id = ProblemId.user(rule.id());
    Problem problem =
        rule.severity() == Severity.ERROR
            ? Problem.error(id, message)
            : Problem.warning(id, message);
    return problem.at(location).comparing(got, expected).withRemedy(remedy);
  }

  /**
   * Writes the finding as one object, without its remedy, which only a front end can spell.
   *
   * @param json where a value can stand
   */
  public void write(JsonWriter json) {
    json.object().name("rule").value(rule.id());
    json.name("severity").value(rule.severity().toString());
    json.name("subject").value(subject);
    json.name("message").value(message);
    if (location instanceof Location.InText text) {
      json.name("file").value(text.file());
      json.name("line").value(text.line());
      json.name("column").value(text.column());
    } else if (location instanceof Location.InFile file) {
      json.name("file").value(file.file());
    }
    if (!got.isEmpty() || !expected.isEmpty()) {
      json.name("got").value(got).name("expected").value(expected);
    }
    json.end();
  }
}
