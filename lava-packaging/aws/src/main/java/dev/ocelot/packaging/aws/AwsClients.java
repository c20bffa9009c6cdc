package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.Region;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** One client for each service and region, made when first needed. Safe for several threads. */
final class AwsClients implements AutoCloseable {
  private static final StatedDigestScheme SIGNATURES = new StatedDigestScheme();

  private final AwsAccess access;
  private final AwsPatience patience;
  private final SdkHttpClient http;
  private final StreamedZip zips = new StreamedZip();
  private final ConcurrentMap<Region, LambdaClient> lambdas = new ConcurrentHashMap<>();
  private final ConcurrentMap<Region, S3Client> stores = new ConcurrentHashMap<>();
  private final ConcurrentMap<Region, DynamoDbClient> tables = new ConcurrentHashMap<>();
  private final ConcurrentMap<Region, StsClient> tokens = new ConcurrentHashMap<>();

  AwsClients(AwsAccess access, AwsPatience patience) {
    this.access = access;
    this.patience = patience;
    // Bodies have a stated length, so the JDK's connection streams them, and sends none twice.
    this.http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(patience.connect())
            .socketTimeout(patience.silence())
            .build();
  }

  AwsPatience patience() {
    return patience;
  }

  LambdaClient lambda(Region region) {
    return lambdas.computeIfAbsent(
        region,
        key -> made(key, LambdaClient.builder(), builder -> builder.putAuthScheme(SIGNATURES)));
  }

  S3Client store(Region region) {
    return stores.computeIfAbsent(
        region,
        key ->
            made(
                key,
                S3Client.builder(),
                builder ->
                    builder
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)));
  }

  DynamoDbClient table(Region region) {
    return tables.computeIfAbsent(
        region, key -> made(key, DynamoDbClient.builder(), UnaryOperator.identity()));
  }

  StsClient tokens(Region region) {
    return tokens.computeIfAbsent(
        region, key -> made(key, StsClient.builder(), UnaryOperator.identity()));
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkClient>
      C made(Region region, B builder, UnaryOperator<B> own) {
    builder
        .region(software.amazon.awssdk.regions.Region.of(region.name()))
        .httpClient(http)
        .overrideConfiguration(
            settings ->
                settings
                    // The port answers once: who calls knows how to find out what happened.
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .addExecutionInterceptor(zips)
                    .apiCallTimeout(patience.call()));
    return own.apply(access.applied(builder)).build();
  }

  @Override
  public void close() {
    lambdas.values().forEach(SdkAutoCloseable::close);
    stores.values().forEach(SdkAutoCloseable::close);
    tables.values().forEach(SdkAutoCloseable::close);
    tokens.values().forEach(SdkAutoCloseable::close);
    http.close();
    if (access.credentials() instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
  }
}
