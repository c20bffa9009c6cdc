package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A layer's zip on its way through S3, in pieces. Its key follows from the layer and the digest:
 * the run after one that was killed writes it anew and clears it away.
 */
final class StoredObject {
  private static final long PIECE = 8L * 1024 * 1024;

  private final S3Client store;
  private final String bucket;
  private final String key;

  StoredObject(S3Client store, String bucket, LayerUpload upload) {
    this.store = store;
    this.bucket = bucket;
    this.key = "ocelot/" + upload.layer() + "/" + upload.sha256() + ".zip";
  }

  String bucket() {
    return bucket;
  }

  String key() {
    return key;
  }

  /** Sends the file. Nothing is published by that, so whatever fails may be tried again. */
  void send(LayerUpload upload, LongConsumer sent) throws LayerServiceException {
    try {
      AwsCalls.run(
          () -> {
            clearPieces();
            sendPieces(upload, sent);
            return true;
          });
    } catch (LayerServiceException e) {
      throw e.fault() == Fault.OUTCOME_UNKNOWN ? harmless(e) : e;
    }
  }

  private LayerServiceException harmless(LayerServiceException failure) {
    return new LayerServiceException(
        Fault.TRANSIENT, "s3://" + bucket + "/" + key + ": " + failure.getMessage(), failure);
  }

  private void sendPieces(LayerUpload upload, LongConsumer sent) {
    String id = store.createMultipartUpload(r -> r.bucket(bucket).key(key)).uploadId();
    List<CompletedPart> parts = new ArrayList<>();
    for (long start = 0; start < upload.size(); start += PIECE) {
      long length = Math.min(PIECE, upload.size() - start);
      int number = parts.size() + 1;
      String tag =
          store
              .uploadPart(
                  r ->
                      r.bucket(bucket)
                          .key(key)
                          .uploadId(id)
                          .partNumber(number)
                          .contentLength(length),
                  piece(upload, start, length))
              .eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
      sent.accept(length);
    }
    store.completeMultipartUpload(
        r -> r.bucket(bucket).key(key).uploadId(id).multipartUpload(all -> all.parts(parts)));
  }

  private static RequestBody piece(LayerUpload upload, long start, long length) {
    return RequestBody.fromContentProvider(
        () -> {
          try {
            InputStream in = Files.newInputStream(upload.file());
            in.skipNBytes(start);
            return in;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        length,
        "application/zip");
  }

  /** Removes the object and whatever pieces there are of it. */
  void clear() throws LayerServiceException {
    AwsCalls.run(
        () -> {
          store.deleteObject(r -> r.bucket(bucket).key(key));
          clearPieces();
          return true;
        });
  }

  private void clearPieces() {
    for (MultipartUpload begun :
        store.listMultipartUploads(r -> r.bucket(bucket).prefix(key)).uploads()) {
      try {
        store.abortMultipartUpload(
            r -> r.bucket(bucket).key(begun.key()).uploadId(begun.uploadId()));
      } catch (S3Exception e) {
        if (e.statusCode() != 404) {
          throw e;
        }
      }
    }
  }
}
