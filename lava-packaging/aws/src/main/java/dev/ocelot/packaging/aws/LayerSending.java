package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerUpload;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.Region;
import java.util.function.LongConsumer;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentInput;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

/** Sends a layer: within the call that publishes it, or through S3 where that is too large. */
final class LayerSending {
  private final AwsClients clients;
  private final PublishSettings settings;

  LayerSending(AwsClients clients, PublishSettings settings) {
    this.clients = clients;
    this.settings = settings;
  }

  PublishLayerVersionResponse publish(Region region, LayerUpload upload, LongConsumer sent)
      throws LayerServiceException {
    if (upload.size() <= PublishSettings.MOST_DIRECT_BYTES) {
      LayerVersionContentInput content =
          LayerVersionContentInput.builder().zipFile(StreamedZip.PLACEHOLDER).build();
      return call(
          region,
          request(upload, content)
              .overrideConfiguration(
                  own ->
                      own.putExecutionAttribute(
                              StreamedZip.SENDING, new StreamedZip.Sending(upload, sent))
                          .apiCallTimeout(clients.patience().transfer()))
              .build());
    }
    return throughStore(region, upload, sent);
  }

  private PublishLayerVersionResponse throughStore(
      Region region, LayerUpload upload, LongConsumer sent) throws LayerServiceException {
    String bucket = settings.bucketIn(region);
    if (bucket.isEmpty()) {
      throw new LayerServiceException(
          Fault.INVALID,
          upload.layer()
              + " has more than "
              + PublishSettings.MOST_DIRECT_BYTES
              + " bytes, and no bucket is named to send it through");
    }
    StoredObject object = new StoredObject(clients.store(region), bucket, upload);
    try {
      object.send(upload, sent);
      LayerVersionContentInput content =
          LayerVersionContentInput.builder().s3Bucket(bucket).s3Key(object.key()).build();
      return call(
          region,
          request(upload, content)
              .overrideConfiguration(own -> own.apiCallTimeout(clients.patience().transfer()))
              .build());
    } finally {
      cleared(object);
    }
  }

  /** What cannot be cleared away now is by the next run; the layer's fate counts more. */
  private static void cleared(StoredObject object) {
    try {
      object.clear();
    } catch (LayerServiceException e) {
      // The key follows from the layer, so nothing is left twice.
    }
  }

  private PublishLayerVersionResponse call(Region region, PublishLayerVersionRequest request)
      throws LayerServiceException {
    return AwsCalls.run(() -> clients.lambda(region).publishLayerVersion(request));
  }

  private static PublishLayerVersionRequest.Builder request(
      LayerUpload upload, LayerVersionContentInput content) {
    PublishLayerVersionRequest.Builder request =
        PublishLayerVersionRequest.builder()
            .layerName(upload.layer().text())
            .description(upload.description())
            .compatibleArchitecturesWithStrings(upload.architectures())
            .content(content);
    if (!upload.runtimes().isEmpty()) {
      request.compatibleRuntimesWithStrings(upload.runtimes());
    }
    if (!upload.licence().isEmpty()) {
      request.licenseInfo(upload.licence());
    }
    return request;
  }
}
