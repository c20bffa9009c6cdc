package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Runs calls of the SDK and says what their failures mean. */
final class AwsCalls {
  private AwsCalls() {}

  /** A call of the SDK. */
  interface Call<T> {
    T run() throws LayerServiceException;
  }

  static <T> T run(Call<T> call) throws LayerServiceException {
    try {
      return call.run();
    } catch (SdkException e) {
      throw AwsFaults.of(e);
    }
  }
}
