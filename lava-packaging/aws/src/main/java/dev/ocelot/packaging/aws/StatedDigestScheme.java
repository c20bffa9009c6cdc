package dev.ocelot.packaging.aws;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.auth.aws.internal.signer.CredentialScope;
import software.amazon.awssdk.http.auth.aws.internal.signer.V4Properties;
import software.amazon.awssdk.http.auth.aws.internal.signer.V4RequestSigner;
import software.amazon.awssdk.http.auth.aws.internal.signer.util.CredentialUtils;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/**
 * Signature Version 4 that believes a request which states the digest of its body. The SDK's own
 * reads the body to find it, and would read one that goes to every region for each of them.
 */
final class StatedDigestScheme implements AwsV4AuthScheme {
  /** The header that states the SHA-256 of the body, which the signature covers. */
  static final String HEADER = "x-amz-content-sha256";

  private final AwsV4AuthScheme standard = AwsV4AuthScheme.create();
  private final AwsV4HttpSigner signer = new Signer(standard.signer());

  @Override
  public String schemeId() {
    return standard.schemeId();
  }

  @Override
  public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
    return standard.identityProvider(providers);
  }

  @Override
  public AwsV4HttpSigner signer() {
    return signer;
  }

  private record Signer(AwsV4HttpSigner standard) implements AwsV4HttpSigner {
    @Override
    public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
      return request.request().firstMatchingHeader(HEADER).isPresent()
          ? signed(request)
          : standard.sign(request);
    }

    /** As the standard signer does once it has found the digest. */
    private static SignedRequest signed(SignRequest<? extends AwsCredentialsIdentity> request) {
      Clock clock = request.requireProperty(SIGNING_CLOCK, Clock.systemUTC());
      CredentialScope scope =
          new CredentialScope(
              request.requireProperty(REGION_NAME),
              request.requireProperty(SERVICE_SIGNING_NAME),
              clock.instant());
      V4Properties properties =
          V4Properties.builder()
              .credentials(CredentialUtils.sanitizeCredentials(request.identity()))
              .credentialScope(scope)
              .signingClock(clock)
              .doubleUrlEncode(request.requireProperty(DOUBLE_URL_ENCODE, true))
              .normalizePath(request.requireProperty(NORMALIZE_PATH, true))
              .build();
      return SignedRequest.builder()
          .request(
              V4RequestSigner.header(properties)
                  .sign(request.request().toBuilder())
                  .getSignedRequest()
                  .build())
          .payload(request.payload().orElse(null))
          .build();
    }

    @Override
    public CompletableFuture<AsyncSignedRequest> signAsync(
        AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
      return standard.signAsync(request);
    }
  }
}
