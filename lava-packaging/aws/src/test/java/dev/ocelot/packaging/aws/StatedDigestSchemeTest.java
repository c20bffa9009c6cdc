package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.digest.Digest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class StatedDigestSchemeTest {
  private static final byte[] BODY = "{\"Content\":{}}".getBytes(StandardCharsets.UTF_8);
  private static final String DIGEST = Digest.SHA256.of(BODY);
  private static final ContentStreamProvider READ = () -> new ByteArrayInputStream(BODY);
  private static final ContentStreamProvider UNREAD =
      () -> {
        throw new AssertionError("the body was read");
      };

  @Test
  void aStatedDigestIsSignedWithoutReadingTheBody() {
    SignedRequest standard = signed(AwsV4HttpSigner.create(), Optional.empty(), READ);

    SignedRequest ours = signed(new StatedDigestScheme().signer(), Optional.of(DIGEST), UNREAD);

    assertThat(ours.request().headers()).isEqualTo(standard.request().headers());
    assertThat(ours.payload()).containsSame(UNREAD);
  }

  @Test
  void theSignatureIsOverTheStatedDigest() {
    String other = Digest.SHA256.of(new byte[1]);

    assertThat(authorization(signed(new StatedDigestScheme().signer(), Optional.of(other), UNREAD)))
        .isNotEqualTo(
            authorization(signed(new StatedDigestScheme().signer(), Optional.of(DIGEST), UNREAD)));
  }

  @Test
  void withoutOneTheBodyIsRead() {
    SignedRequest standard = signed(AwsV4HttpSigner.create(), Optional.empty(), READ);

    SignedRequest ours = signed(new StatedDigestScheme().signer(), Optional.empty(), READ);

    assertThat(ours.request().headers()).isEqualTo(standard.request().headers());
    assertThat(authorization(ours)).startsWith("AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/");
  }

  private static String authorization(SignedRequest signed) {
    return signed.request().firstMatchingHeader("Authorization").orElseThrow();
  }

  private static SignedRequest signed(
      AwsV4HttpSigner signer, Optional<String> stated, ContentStreamProvider body) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("https://lambda.eu-west-1.amazonaws.com/2018-10-31/layers/a/versions"))
            .putHeader("Content-Length", Integer.toString(BODY.length));
    stated.ifPresent(digest -> request.putHeader(StatedDigestScheme.HEADER, digest));
    return signer.sign(
        some ->
            some.identity(AwsCredentialsIdentity.create("AKIAEXAMPLE", "secret"))
                .request(request.build())
                .payload(body)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                .putProperty(
                    HttpSigner.SIGNING_CLOCK,
                    Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC)));
  }
}
