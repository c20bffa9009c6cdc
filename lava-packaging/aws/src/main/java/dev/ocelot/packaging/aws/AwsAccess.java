package dev.ocelot.packaging.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;

/**
 * Who calls AWS, and where it is.
 *
 * @param credentials whose account it is
 * @param endpoint in the place of every service's own; empty to let the environment ({@code
 *     AWS_ENDPOINT_URL}), the profile and the region say
 */
record AwsAccess(AwsCredentialsProvider credentials, Optional<URI> endpoint) {

  /** As the environment, the profile or the machine says: the SDK's default chain. */
  static AwsAccess standard() {
    return new AwsAccess(DefaultCredentialsProvider.builder().build(), Optional.empty());
  }

  <B extends AwsClientBuilder<B, ?>> B applied(B builder) {
    builder.credentialsProvider(credentials);
    endpoint.ifPresent(builder::endpointOverride);
    return builder;
  }
}
