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
 *
 * @param result what became of the plan
 */
public record PublishOutputs(PublishResult result) {

  /**
   * Tells it.
   *
   * @param outputs where the engine takes it
   */
  public void tell(StepOutputs outputs) {
    // Where no engine takes them there is nobody to miss them.
    boolean unused = outputs.set(values());
    if (!result.receipts().isEmpty()) {
      unused = outputs.summarise(summary());
    }
  }

  private record Property(String name, String value) {}

  /** Several ARNs stand one a line. */
  private List<StepOutput> values() {
    boolean skipped =
        result.count(Receipt.Outcome.PUBLISHED) == 0 && result.count(Receipt.Outcome.FAILED) == 0;
    String arns =
        result.receipts().stream()
            .map(Receipt::arn)
            .filter(arn -> !arn.isEmpty())
            .collect(Collectors.joining("\n"));
    return List.of(
        new StepOutput("skip_publish", Boolean.toString(skipped)),
        new StepOutput("layer_arn", arns));
  }

  private String summary() {
    StringBuilder text = new StringBuilder("## Layer Publishing Summary\n\n");
    if (result.receipts().size() == 1) {
      text.append("| Property | Value |\n|---|---|\n");
      properties(result.receipts().get(0))
          .forEach(one -> text.append(line(List.of(one.name(), code(one.value())))));
      return text.toString();
    }
    text.append("| Layer Name | Region | ARN | Content MD5 | Status |\n|---|---|---|---|---|\n");
    for (Receipt receipt : result.receipts()) {
      text.append(
          line(
              List.of(
                  code(receipt.layer().name().text()),
                  code(receipt.region().name()),
                  code(receipt.arn()),
                  code(receipt.layer().digests().md5()),
                  status(receipt))));
    }
    return text.toString();
  }

  private static List<Property> properties(Receipt receipt) {
    BuiltLayer layer = receipt.layer();
    String distribution = layer.facts().distribution();
    return Stream.of(
            new Property("Layer Name", layer.name().text()),
            new Property("Region", receipt.region().name()),
            new Property("ARN", receipt.arn()),
            new Property("Content MD5", layer.digests().md5()),
            new Property("Status", status(receipt)),
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
      case REUSED -> "Reused existing layer (identical content)";
      case REPAIRED -> "Reused existing layer (identical content), repaired";
      case PENDING -> "Not reached";
      case FAILED ->
          "Failed: "
              + receipt.problems().stream().map(Problem::message).collect(Collectors.joining("; "));
    };
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
