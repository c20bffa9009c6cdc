package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.ci.StepOutput;
import dev.ocelot.packaging.ci.StepOutputs;
import dev.ocelot.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What publishing tells the engine that runs it: the outputs {@code skip_publish} and {@code
 * layer_arn}, and a summary for the person who looks at the job.
 */
public final class PublishOutputs {
  private static final String REUSED = "Reused existing layer (identical content)";

  private final String preamble;
  private final boolean skipped;
  private final List<Told> all;

  /** What is told of one layer in one region; without a version the ARN is empty. */
  private record Told(BuiltLayer layer, Region region, String arn, String status) {}

  private PublishOutputs(String preamble, boolean skipped, List<Told> all) {
    this.preamble = preamble;
    this.skipped = skipped;
    this.all = all;
  }

  /**
   * What a run tells.
   *
   * @param result what became of its plan
   * @return the outputs
   */
  public static PublishOutputs of(PublishResult result) {
    return new PublishOutputs(
        "",
        result.count(Receipt.Outcome.PUBLISHED) == 0 && result.count(Receipt.Outcome.FAILED) == 0,
        result.receipts().stream()
            .map(each -> new Told(each.layer(), each.region(), each.arn(), status(each)))
            .toList());
  }

  /**
   * What a dry run tells: the versions that are there, and none that it would make, as their
   * numbers are not known.
   *
   * @param plan what would be done
   * @return the outputs
   */
  public static PublishOutputs ofDryRun(PublishPlan plan) {
    return new PublishOutputs(
        "Dry run: nothing was published.\n\n",
        plan.entries().stream().allMatch(each -> each.decision() instanceof Decision.Keep),
        plan.entries().stream()
            .map(each -> new Told(each.layer(), each.region(), arn(each), status(each)))
            .toList());
  }

  /**
   * Tells it.
   *
   * @param outputs where the engine takes it
   */
  public void tell(StepOutputs outputs) {
    // Where no engine takes them there is nobody to miss them.
    boolean unused = outputs.set(values());
    if (!all.isEmpty()) {
      unused = outputs.summarise(summary());
    }
  }

  private record Property(String name, String value) {}

  /** Several ARNs stand one a line. */
  private List<StepOutput> values() {
    String arns =
        all.stream().map(Told::arn).filter(arn -> !arn.isEmpty()).collect(Collectors.joining("\n"));
    return List.of(
        new StepOutput("skip_publish", Boolean.toString(skipped)),
        new StepOutput("layer_arn", arns));
  }

  private String summary() {
    StringBuilder text = new StringBuilder("## Layer Publishing Summary\n\n").append(preamble);
    if (all.size() == 1) {
      text.append("| Property | Value |\n|---|---|\n");
      properties(all.get(0))
          .forEach(one -> text.append(line(List.of(one.name(), code(one.value())))));
      return text.toString();
    }
    text.append("| Layer Name | Region | ARN | Content MD5 | Status |\n|---|---|---|---|---|\n");
    for (Told each : all) {
      text.append(
          line(
              List.of(
                  code(each.layer().name().text()),
                  code(each.region().name()),
                  code(each.arn()),
                  code(each.layer().digests().md5()),
                  each.status())));
    }
    return text.toString();
  }

  private static List<Property> properties(Told told) {
    BuiltLayer layer = told.layer();
    String distribution = layer.facts().distribution();
    return Stream.of(
            new Property("Layer Name", layer.name().text()),
            new Property("Region", told.region().name()),
            new Property("ARN", told.arn()),
            new Property("Content MD5", layer.digests().md5()),
            new Property("Status", told.status()),
            new Property("Artifact", layer.artifact().file()),
            new Property("Distribution", distribution.equals("default") ? "" : distribution),
            new Property("Architecture", layer.architecture().shortName()),
            new Property("Collector Version", layer.facts().collectorVersion()))
        .filter(property -> !property.value().isEmpty())
        .toList();
  }

  private static String status(Receipt receipt) {
    return switch (receipt.outcome()) {
      case PUBLISHED -> "Published new layer version";
      case REUSED -> REUSED;
      case REPAIRED -> REUSED + ", repaired";
      case PENDING -> "Not reached";
      case FAILED ->
          "Failed: "
              + receipt.problems().stream().map(Problem::message).collect(Collectors.joining("; "));
    };
  }

  private static String status(PublishPlan.Entry entry) {
    Decision decision = entry.decision();
    if (decision instanceof Decision.Publish publish) {
      return "Would publish a new layer version: " + publish.reason();
    }
    if (decision instanceof Decision.Keep keep) {
      return "Would reuse existing layer (identical content)"
          + (keep.repairs().isEmpty() ? "" : ", repaired");
    }
    return "Not known: " + ((Decision.Unknown) decision).problem().message();
  }

  private static String arn(PublishPlan.Entry entry) {
    return entry.decision() instanceof Decision.Keep keep ? keep.match().version().arn() : "";
  }

  private static String code(String value) {
    return value.isEmpty() ? "" : "`" + value.replace("`", "'") + "`";
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replaceAll("[\\r\\n]+", " ").replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
