package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.PolicyStatement;
import org.junit.jupiter.api.Test;

class LayerPolicyTest {
  private static final String ACTION = "lambda:GetLayerVersion";

  private static String statement(String id, String principal, String rest) {
    return "{\"Sid\": \"%s\", \"Effect\": \"Allow\", \"Principal\": %s, \"Action\": \"%s\"%s}"
        .formatted(id, principal, ACTION, rest);
  }

  @Test
  void readsWhatAwsWrites() throws Exception {
    String document =
        "{\"Version\": \"2012-10-17\", \"Statement\": ["
            + statement("publish", "\"*\"", "")
            + ","
            + statement("b", "{\"AWS\": \"arn:aws:iam::210987654321:root\"}", "")
            + ","
            + statement(
                "a",
                "\"*\"",
                ", \"Condition\": {\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-1\"}}")
            + "]}";

    assertThat(LayerPolicy.statements(document))
        .containsExactly(
            new PolicyStatement("a", ACTION, "*", "o-1"),
            new PolicyStatement("b", ACTION, "210987654321", ""),
            PolicyStatement.PUBLIC);
  }

  /** moto keeps a statement that was added twice twice. */
  @Test
  void aStatementIsThereOnce() throws Exception {
    String twice = statement("publish", "\"*\"", "");

    assertThat(LayerPolicy.statements("{\"Statement\": [" + twice + "," + twice + "]}"))
        .containsExactly(PolicyStatement.PUBLIC);
  }

  @Test
  void aRefusalAllowsNothing() throws Exception {
    String denied = statement("publish", "\"*\"", "").replace("Allow", "Deny");

    assertThat(LayerPolicy.statements("{\"Statement\": " + denied + "}")).isEmpty();
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThatExceptionOfType(LayerServiceException.class)
        .isThrownBy(() -> LayerPolicy.statements("<Policy/>"));
  }
}
