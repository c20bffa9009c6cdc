package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerServiceException;
import java.util.List;
import java.util.Optional;
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

  /** What a call answers, unless what it asks about does not exist. */
  static <T> Optional<T> ifThere(Call<T> call) throws LayerServiceException {
    try {
      return Optional.of(run(call));
    } catch (LayerServiceException e) {
      if (e.fault() == LayerServiceException.Fault.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What a call lists; nothing when what it asks about does not exist. */
  static <T> List<T> emptyIfMissing(Call<List<T>> call) throws LayerServiceException {
    return ifThere(call).orElse(List.of());
  }

  /** Removes something, unless it does not exist. */
  static void doneIfMissing(Call<?> call) throws LayerServiceException {
    Optional<?> unused = ifThere(call);
  }
}
