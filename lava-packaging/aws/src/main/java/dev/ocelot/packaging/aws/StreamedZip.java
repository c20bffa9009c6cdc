package dev.ocelot.packaging.aws;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.publish.LayerUpload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongConsumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Puts a layer's zip into the body of a call while it is sent. The SDK would hold it several times:
 * as bytes, as base64, as JSON.
 */
final class StreamedZip implements ExecutionInterceptor {
  /** Stands in a request where the zip shall be. */
  static final SdkBytes PLACEHOLDER = SdkBytes.fromUtf8String("the zip of the layer");

  /**
   * What a call sends.
   *
   * @param sent is told how many more bytes of the zip were sent
   */
  record Sending(LayerUpload upload, LongConsumer sent) {}

  static final ExecutionAttribute<Sending> SENDING = new ExecutionAttribute<>("ocelot.Sending");

  private static final String QUOTED =
      "\"" + Base64.getEncoder().encodeToString(PLACEHOLDER.asByteArrayUnsafe()) + "\"";

  /** The body before and after the zip. */
  private record Frame(String before, String after) {
    long lengthWith(long size) {
      return bytes(before).length + Base64Stream.lengthOf(size) + bytes(after).length;
    }
  }

  /** A body: the same for every region that a layer goes to. */
  private record Body(Frame frame, String sha256) {}

  private final ConcurrentMap<Body, String> digests = new ConcurrentHashMap<>();

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    Sending sending = attributes.getAttribute(SENDING);
    if (sending == null) {
      return context.httpRequest();
    }
    Frame frame = frame(context);
    String digest =
        digests.computeIfAbsent(
            new Body(frame, sending.upload().sha256()), unread -> digest(frame, sending.upload()));
    return context.httpRequest().toBuilder()
        .putHeader("Content-Length", Long.toString(frame.lengthWith(sending.upload().size())))
        .putHeader(StatedDigestScheme.HEADER, digest)
        .build();
  }

  @Override
  public Optional<RequestBody> modifyHttpContent(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    Sending sending = attributes.getAttribute(SENDING);
    if (sending == null) {
      return context.requestBody();
    }
    Frame frame = frame(context);
    return Optional.of(
        RequestBody.fromContentProvider(
            () -> body(frame, sending.upload(), sending.sent()),
            frame.lengthWith(sending.upload().size()),
            "application/json"));
  }

  private static Frame frame(Context.ModifyHttpRequest context) {
    try (InputStream in = context.requestBody().orElseThrow().contentStreamProvider().newStream()) {
      String body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int place = body.indexOf(QUOTED);
      if (place < 0) {
        throw new IllegalStateException("the request has no place for the zip");
      }
      return new Frame(body.substring(0, place + 1), body.substring(place + QUOTED.length() - 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(Frame frame, LayerUpload upload) {
    try (InputStream body = body(frame, upload, bytes -> {})) {
      return Digest.SHA256.of(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream body(Frame frame, LayerUpload upload, LongConsumer read) {
    try {
      InputStream zip = new Base64Stream(Files.newInputStream(upload.file()), read);
      return new SequenceInputStream(
          Collections.enumeration(
              List.of(
                  new ByteArrayInputStream(bytes(frame.before())),
                  zip,
                  new ByteArrayInputStream(bytes(frame.after())))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
