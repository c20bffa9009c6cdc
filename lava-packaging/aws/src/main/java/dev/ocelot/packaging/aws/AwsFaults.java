package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what a failure of the SDK means for the caller, and what a person can do about it. */
final class AwsFaults {
  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
  private static final Set<String> SKEWED =
      Set.of("RequestTimeTooSkewed", "RequestInTheFuture", "AuthFailure.ClockSkew");
  private static final Set<String> SIGNATURE =
      Set.of(
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "InvalidSignature",
          "IncompleteSignatureException",
          "IncompleteSignature");
  private static final Set<String> UNKNOWN_KEY =
      Set.of(
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "InvalidAccessKeyId",
          "InvalidToken",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException");
  private static final Set<String> FULL =
      Set.of("CodeStorageExceededException", "LimitExceededException");

  /** Which profile the SDK looked for, in its words. */
  private static final Pattern PROFILE =
      Pattern.compile("contained no credentials for profile '([^']+)'");

  private static final String CLOCK =
      "AWS refuses the time of this machine: set its clock, by NTP for instance";

  private AwsFaults() {}

  /**
   * What a failure means.
   *
   * @param failure what the SDK threw
   * @return the same for the port, without anything secret
   */
  static LayerServiceException of(SdkException failure) {
    if (failure instanceof AwsServiceException answer) {
      return answered(answer);
    }
    if (failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException) {
      return new LayerServiceException(
          Fault.OUTCOME_UNKNOWN, "AWS did not answer within the time limit", failure);
    }
    if (failure instanceof AbortedException) {
      return new LayerServiceException(Fault.UNAVAILABLE, "interrupted during a call", failure);
    }
    IOException network = networkCause(failure);
    if (network != null) {
      return new LayerServiceException(
          nothingWasSent(network) ? Fault.TRANSIENT : Fault.OUTCOME_UNKNOWN,
          "the connection to AWS failed: " + said(network),
          failure);
    }
    return notCalled(failure);
  }

  private static LayerServiceException notCalled(SdkException failure) {
    String message = said(failure);
    if (message.contains("Unable to load credentials")) {
      Matcher profile = PROFILE.matcher(message);
      if (profile.find() && !profile.group(1).equals("default")) {
        return noneOf(profile.group(1), failure);
      }
      return new LayerServiceException(
          Fault.UNAVAILABLE,
          "no AWS credentials were found: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
              + " AWS_SECRET_ACCESS_KEY, or log in",
          failure);
    }
    return new LayerServiceException(Fault.UNAVAILABLE, message, failure);
  }

  private static LayerServiceException noneOf(String profile, SdkException failure) {
    return new LayerServiceException(
        Fault.UNAVAILABLE,
        "no AWS credentials were found for the profile "
            + profile
            + ": give them in the section of that name of the shared AWS files (~/.aws/config and"
            + " ~/.aws/credentials, or where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE say),"
            + " set AWS_PROFILE to another profile, or log in",
        failure);
  }

  private static LayerServiceException answered(AwsServiceException answer) {
    String code = code(answer);
    if (EXPIRED.contains(code)) {
      return new LayerServiceException(
          Fault.UNAVAILABLE, "the AWS credentials have expired: log in again", answer);
    }
    if (SKEWED.contains(code)) {
      return new LayerServiceException(Fault.UNAVAILABLE, CLOCK, answer);
    }
    if (SIGNATURE.contains(code)) {
      return badSignature(answer, code);
    }
    if (UNKNOWN_KEY.contains(code)) {
      return new LayerServiceException(
          Fault.UNAVAILABLE,
          "AWS does not accept the credentials ("
              + code
              + "): check them, and that the region is enabled in the account",
          answer);
    }
    return new LayerServiceException(fault(answer, code), words(answer, code), answer);
  }

  /**
   * AWS answers with what should have been signed, a session token included: none of it is kept.
   */
  private static LayerServiceException badSignature(AwsServiceException answer, String code) {
    String message = said(answer);
    boolean late =
        message.contains("Signature expired") || message.contains("Signature not yet current");
    return new LayerServiceException(
        Fault.UNAVAILABLE,
        late ? CLOCK : "AWS does not accept the signature (" + code + "): check the secret key");
  }

  private static Fault fault(AwsServiceException answer, String code) {
    int status = answer.statusCode();
    if (answer.isThrottlingException() || status == 429 || status == 503) {
      return Fault.TRANSIENT;
    }
    if (status >= 500) {
      return Fault.OUTCOME_UNKNOWN; // a gateway may fail after the service has done its work
    }
    if (code.equals("RequestTimeout") || isLostObject(answer)) {
      return Fault.TRANSIENT;
    }
    if (FULL.contains(code)) {
      return Fault.UNAVAILABLE;
    }
    if (status == 401 || status == 403 || code.startsWith("AccessDenied")) {
      return Fault.DENIED;
    }
    return status == 404 || code.equals("ResourceNotFoundException")
        ? Fault.NOT_FOUND
        : Fault.INVALID;
  }

  /** Another run that publishes the same bytes has cleared the uploaded object away. */
  private static boolean isLostObject(AwsServiceException answer) {
    return said(answer).contains("NoSuchKey");
  }

  static String code(AwsServiceException answer) {
    return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
        ? ""
        : answer.awsErrorDetails().errorCode();
  }

  private static String words(AwsServiceException answer, String code) {
    String details =
        answer.awsErrorDetails() == null ? null : answer.awsErrorDetails().errorMessage();
    String message =
        details == null || details.isEmpty() ? "status " + answer.statusCode() : details;
    String text = code.isEmpty() ? message : code + ": " + message;
    String line = text.replaceAll("\\s+", " ").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static boolean nothingWasSent(IOException network) {
    return network instanceof ConnectException
        || network instanceof UnknownHostException
        || network instanceof NoRouteToHostException
        || network instanceof SSLHandshakeException
        || (network instanceof SocketTimeoutException && said(network).contains("onnect"));
  }

  private static @Nullable IOException networkCause(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof IOException network) {
        return network;
      }
      if (cause instanceof UncheckedIOException unchecked) {
        return unchecked.getCause();
      }
      cause = cause.getCause();
    }
    return null;
  }

  private static String said(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
