package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsFaultsTest {
  private static LayerServiceException answered(int status, String code, String message) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    return AwsFaults.of(
        AwsServiceException.builder()
            .statusCode(status)
            .message(message)
            .awsErrorDetails(details)
            .build());
  }

  @ParameterizedTest
  @CsvSource({
    "429, TooManyRequestsException, TRANSIENT, TooManyRequestsException",
    "400, ThrottlingException, TRANSIENT, ThrottlingException",
    "400, ProvisionedThroughputExceededException, TRANSIENT, Provisioned",
    "503, SlowDown, TRANSIENT, SlowDown",
    "400, RequestTimeout, TRANSIENT, RequestTimeout",
    "500, InternalServerError, OUTCOME_UNKNOWN, InternalServerError",
    "502, '', OUTCOME_UNKNOWN, words",
    "504, '', OUTCOME_UNKNOWN, words",
    "403, AccessDeniedException, DENIED, AccessDeniedException",
    "400, AccessDeniedException, DENIED, words",
    "404, ResourceNotFoundException, NOT_FOUND, words",
    "400, ResourceNotFoundException, NOT_FOUND, words",
    "400, InvalidParameterValueException, INVALID, words",
    "413, RequestEntityTooLargeException, INVALID, words",
    "400, CodeStorageExceededException, UNAVAILABLE, CodeStorage",
    "403, ExpiredToken, UNAVAILABLE, log in again",
    "400, ExpiredTokenException, UNAVAILABLE, log in again",
    "403, RequestTimeTooSkewed, UNAVAILABLE, set its clock",
    "403, UnrecognizedClientException, UNAVAILABLE, the region is enabled",
    "403, InvalidClientTokenId, UNAVAILABLE, check them",
    "403, SignatureDoesNotMatch, UNAVAILABLE, check the secret key"
  })
  void whatAnAnswerMeans(int status, String code, Fault fault, String words) {
    LayerServiceException failure = answered(status, code, "words");

    assertThat(failure.fault()).isEqualTo(fault);
    assertThat(failure.getMessage()).contains(words);
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(new ConnectException("refused"), Fault.TRANSIENT),
        arguments(new UnknownHostException("lambda.nowhere"), Fault.TRANSIENT),
        arguments(new SocketTimeoutException("Connect timed out"), Fault.TRANSIENT),
        arguments(new SocketTimeoutException("Read timed out"), Fault.OUTCOME_UNKNOWN),
        arguments(new SocketException("Connection reset"), Fault.OUTCOME_UNKNOWN),
        arguments(new IOException("Unexpected end of file"), Fault.OUTCOME_UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource
  void broken(IOException cause, Fault fault) {
    LayerServiceException failure =
        AwsFaults.of(SdkClientException.create("Unable to execute HTTP request", cause));

    assertThat(failure.fault()).isEqualTo(fault);
    assertThat(failure).hasMessageContaining(cause.getMessage());
  }

  @Test
  void aCallThatTookTooLongMayHaveHadItsEffect() {
    assertThat(AwsFaults.of(ApiCallTimeoutException.create(1)).fault())
        .isEqualTo(Fault.OUTCOME_UNKNOWN);
  }

  @Test
  void withoutCredentialsItSaysWhereToPutThem() {
    LayerServiceException failure =
        AwsFaults.of(
            SdkClientException.create("Unable to load credentials from any of the providers"));

    assertThat(failure.fault()).isEqualTo(Fault.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("AWS_PROFILE");
  }

  @Test
  void aProfileWithoutCredentialsIsNamed() {
    String words = "Unable to load credentials: [Profile(): Profile file contained no credentials";

    assertThat(AwsFaults.of(SdkClientException.create(words + " for profile 'x y': File()]")))
        .hasMessageContaining("for the profile x y: ")
        .hasMessageNotContaining("File()");
    assertThat(AwsFaults.of(SdkClientException.create(words + " for profile 'default': File()]")))
        .hasMessageContaining("no AWS credentials were found: set AWS_PROFILE");
  }

  /** AWS repeats the canonical request, in which the session token stands. */
  @ParameterizedTest
  @CsvSource({"SignatureDoesNotMatch", "InvalidSignatureException"})
  void nothingOfASignatureIsShown(String code) {
    LayerServiceException failure =
        answered(403, code, "The Canonical String was x-amz-security-token:marked");

    assertThat(failure).hasMessageNotContaining("marked").hasNoCause();
  }

  @Test
  void aSignatureThatIsTooOldIsTheClock() {
    assertThat(answered(403, "InvalidSignatureException", "Signature expired: 2026"))
        .hasMessageContaining("clock");
  }

  @Test
  void aMessageIsOneSentenceWithoutAFullStop() {
    assertThat(answered(400, "InvalidParameterValueException", "one\n two."))
        .hasMessage("InvalidParameterValueException: one two");
  }
}
