package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether somebody may publish, by calls that change nothing. That a write is allowed is
 * known only when one is made.
 */
public final class CredentialsCheck {
  /** Credentials do not suffice to publish. */
  public static final ProblemId CREDENTIALS_REFUSED = ProblemId.environment("credentials-refused");

  private final LayerService service;
  private final PublishSettings settings;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A check.
   *
   * @param service what would be published to
   * @param settings where
   */
  public CredentialsCheck(LayerService service, PublishSettings settings) {
    this.service = service;
    this.settings = settings;
  }

  /**
   * What came of one question.
   *
   * @param what was asked
   * @param answer in words
   */
  public record Outcome(String what, String answer) {}

  /**
   * What came of all.
   *
   * @param outcomes in the order in which they were asked
   * @param problems what does not suffice
   */
  public record Result(List<Outcome> outcomes, List<Problem> problems) {
    /** Keeps copies. */
    public Result {
      outcomes = List.copyOf(outcomes);
      problems = List.copyOf(problems);
    }
  }

  private interface Question {
    String answer() throws LayerServiceException;
  }

  /**
   * Asks. Where the credentials are not accepted, or are another account's, nothing more is asked.
   *
   * @return the answers
   */
  public Result run() {
    String account = ask("account", () -> service.preflight(settings.regions()));
    if (problems.isEmpty() && isAccount(account)) {
      String table = "table " + settings.table().name() + " in " + settings.table().region();
      String unused = ask(table, this::readTable);
      for (Region region : settings.regions()) {
        unused =
            ask("layers in " + region, () -> service.layers(region).size() + " layers are there");
        unused = ask("publishing in " + region, () -> rehearsed(region));
      }
    }
    return new Result(outcomes, problems);
  }

  /** Of a layer that has the repository's prefix, as that is what may be granted. */
  private String rehearsed(Region region) throws LayerServiceException {
    PublishSettings.LayerSettings layer = settings.layer();
    String name = new LayerNaming(layer.name(), "", "rehearsal", "0", layer.releaseGroup()).text();
    LayerName any = new LayerName(name.substring(0, Math.min(name.length(), LayerName.LONGEST)));
    service.rehearse(region, any, layer.isPublic());
    return "what can be asked beforehand is allowed";
  }

  private String readTable() throws LayerServiceException {
    Optional<Row> unused = service.table().row("lock:none");
    return "can be read";
  }

  private String ask(String what, Question question) {
    try {
      String answer = question.answer();
      outcomes.add(new Outcome(what, answer.isEmpty() ? "none is needed" : answer));
      return answer;
    } catch (LayerServiceException e) {
      outcomes.add(new Outcome(what, "refused"));
      problems.add(
          Problem.error(CREDENTIALS_REFUSED, what + ": " + e.getMessage())
              .withRemedy(Remedy.advice(advice(e.fault()))));
      return "";
    }
  }

  private boolean isAccount(String account) {
    if (account.isEmpty() || settings.account().isEmpty() || account.equals(settings.account())) {
      return true;
    }
    problems.add(
        Problem.error(PublishProblems.WRONG_ACCOUNT, "the credentials belong to another account")
            .comparing(account, settings.account())
            .withRemedy(
                Remedy.advice("take other credentials, or change account in publish.yaml")));
    return false;
  }

  private static String advice(Fault fault) {
    return switch (fault) {
      case DENIED -> "grant these credentials the permissions that the manual lists for publishing";
      case TRANSIENT, OUTCOME_UNKNOWN -> "run the same command again";
      case INVALID, NOT_FOUND, UNAVAILABLE -> "mend what the message names";
    };
  }
}
