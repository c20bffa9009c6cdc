package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.PolicyStatement;
import dev.ocelot.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the policy document of a layer's version. */
final class LayerPolicy {
  private static final Pattern ROOT_OF_ACCOUNT =
      Pattern.compile("arn:[a-z-]+:iam::([0-9]{12}):root");

  private LayerPolicy() {}

  /** The statements of a document, sorted by id, each once. */
  static List<PolicyStatement> statements(String document) throws LayerServiceException {
    Problems problems = new Problems();
    Optional<JsonNode> root =
        new JsonTree().parse(document.getBytes(StandardCharsets.UTF_8), "policy", problems);
    if (root.isEmpty()) {
      throw new LayerServiceException(
          Fault.INVALID, "the policy of the version is not JSON: " + problems.all());
    }
    List<PolicyStatement> statements = new ArrayList<>();
    for (JsonNode each : several(member(root.get(), "Statement"))) {
      if (text(member(each, "Effect")).equals("Allow")) {
        statements.add(
            new PolicyStatement(
                text(member(each, "Sid")),
                text(member(each, "Action")),
                principal(member(each, "Principal")),
                organization(each)));
      }
    }
    return statements.stream().distinct().sorted().toList();
  }

  private static String principal(Optional<JsonNode> principal) {
    String text =
        principal.isPresent() && principal.get() instanceof JsonNode.Members
            ? text(member(principal.get(), "AWS"))
            : text(principal);
    Matcher root = ROOT_OF_ACCOUNT.matcher(text);
    return root.matches() ? root.group(1) : text;
  }

  private static String organization(JsonNode statement) {
    return text(
        member(statement, "Condition")
            .flatMap(condition -> member(condition, "StringEquals"))
            .flatMap(equal -> member(equal, "aws:PrincipalOrgID")));
  }

  private static Optional<JsonNode> member(JsonNode node, String name) {
    return node instanceof JsonNode.Members members ? members.get(name) : Optional.empty();
  }

  private static List<JsonNode> several(Optional<JsonNode> node) {
    if (node.isPresent() && node.get() instanceof JsonNode.Items items) {
      return items.items();
    }
    return node.stream().toList();
  }

  private static String text(Optional<JsonNode> node) {
    List<JsonNode> items = several(node);
    return items.size() == 1 && items.get(0) instanceof JsonNode.Text text ? text.text() : "";
  }
}
