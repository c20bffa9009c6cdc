package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import dev.ocelot.testkit.HouseRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the code calls, what the template grants, and what the pages say is needed: all the same.
 */
final class GrantedActionsTest {
  private static final Path CI = Path.of("../../docs/ci");
  private static final Path PAGE = Path.of("../../docs/goals/publish-layers.md");
  private static final Pattern GRANTED = Pattern.compile("(?m)^ +- ((?:lambda|dynamodb|s3):\\w+)$");
  private static final Pattern NAMED =
      Pattern.compile("`(?:(lambda|dynamodb|s3|sts):)?([A-Z][A-Za-z0-9]+)`");

  private static final Map<String, String> SERVICES =
      Map.of("LambdaClient", "lambda", "DynamoDbClient", "dynamodb", "S3Client", "s3");

  /** S3 has fewer permissions than calls. */
  private static final Map<String, String> OTHERWISE_NAMED =
      Map.of(
          "s3:CreateMultipartUpload", "s3:PutObject",
          "s3:UploadPart", "s3:PutObject",
          "s3:CompleteMultipartUpload", "s3:PutObject",
          "s3:ListMultipartUploads", "s3:ListBucketMultipartUploads");

  /** Lambda reads the object in the caller's name. */
  private static final String READ_BY_LAMBDA = "s3:GetObject";

  /** The template makes the table itself. */
  private static final String ONCE_BY_HAND = "dynamodb:CreateTable";

  private static Set<String> called() {
    JavaClasses classes = HouseRules.productClasses("dev.ocelot.packaging.aws");
    Set<String> actions =
        classes.stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> SERVICES.containsKey(call.getTargetOwner().getSimpleName()))
            .filter(call -> !Set.of("builder", "close").contains(call.getName()))
            .map(GrantedActionsTest::action)
            .collect(Collectors.toCollection(TreeSet::new));
    actions.add(READ_BY_LAMBDA);
    return actions;
  }

  private static String action(JavaMethodCall call) {
    String operation = call.getName().replaceFirst("Paginator$", "");
    String action =
        SERVICES.get(call.getTargetOwner().getSimpleName())
            + ":"
            + Character.toUpperCase(operation.charAt(0))
            + operation.substring(1);
    return OTHERWISE_NAMED.getOrDefault(action, action);
  }

  private static Set<String> granted() throws IOException {
    return GRANTED
        .matcher(Files.readString(CI.resolve("aws/github-oidc.yaml")))
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The first of several has the prefix that all have. */
  private static Set<String> named(Path page, String heading) throws IOException {
    String text = Files.readString(page);
    String table = text.substring(text.indexOf(heading));
    List<String> rows = table.lines().filter(line -> line.startsWith("|")).toList();
    Set<String> actions = new TreeSet<>();
    for (String row : rows) {
      String service = "";
      for (MatchResult name : NAMED.matcher(row).results().toList()) {
        service = name.group(1) == null ? service : name.group(1);
        if (!service.isEmpty()) {
          actions.add(service + ":" + name.group(2));
        }
      }
    }
    actions.remove("sts:GetCallerIdentity"); // needs no grant
    return actions;
  }

  @Test
  void theTemplateGrantsWhatIsCalledAndNothingElse() throws IOException {
    Set<String> needed = new TreeSet<>(called());
    assertThat(needed.remove(ONCE_BY_HAND)).isTrue();
    assertThat(needed).hasSizeGreaterThan(15);

    assertThat(granted()).isEqualTo(needed);
  }

  @Test
  void thePagesNameWhatIsCalled() throws IOException {
    assertThat(named(CI.resolve("README.md"), "## Permissions")).isEqualTo(called());
    assertThat(named(PAGE, "| permission | for |")).isEqualTo(called());
  }
}
