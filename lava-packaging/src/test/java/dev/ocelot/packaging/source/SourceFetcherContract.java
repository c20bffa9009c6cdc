package dev.ocelot.packaging.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.Location;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every fetcher must do. */
@Timeout(60)
abstract class SourceFetcherContract {
  static final SourceLimits LIMITS =
      new SourceLimits(1L << 30, Duration.ofSeconds(50), Duration.ofSeconds(20));

  abstract SourceFetcher fetcher();

  /** An address where these bytes stand. */
  abstract String addressOf(byte[] bytes) throws IOException;

  /** An address where nothing stands. */
  abstract String nowhere() throws IOException;

  @Test
  void theBytesComeUnchangedAndTheirLengthIsRightIfItIsSaid() throws Exception {
    byte[] bytes = new byte[3_000_001];
    new Random(7).nextBytes(bytes);
    List<Boolean> received = new ArrayList<>();
    fetcher()
        .fetch(
            addressOf(bytes),
            LIMITS,
            (length, in) -> {
              assertThat(length).isIn(SourceFetcher.UNKNOWN_LENGTH, (long) bytes.length);
              received.add(Arrays.equals(in.readAllBytes(), bytes));
            });
    assertThat(received).containsExactly(true);
  }

  @Test
  void nothingAtAllIsAFileToo() throws Exception {
    List<Integer> received = new ArrayList<>();
    fetcher().fetch(addressOf(new byte[0]), LIMITS, (length, in) -> received.add(in.read()));
    assertThat(received).containsExactly(-1);
  }

  @Test
  void whatIsNotThereIsAnException() throws IOException {
    String nowhere = nowhere();
    assertThatThrownBy(() -> fetcher().fetch(nowhere, LIMITS, (length, in) -> in.readAllBytes()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatTheReceiverThrowsIsThrownOn() throws IOException {
    String address = addressOf(new byte[100_000]);
    assertThatThrownBy(
            () ->
                fetcher()
                    .fetch(
                        address,
                        LIMITS,
                        (length, in) -> {
                          throw new IllegalStateException("enough");
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");
  }

  @Test
  void itUnderstandsItsAddresses() throws IOException {
    Source source = new Source(addressOf(new byte[1]), "0".repeat(64), Location.NONE);
    assertThat(fetcher().schemes()).contains(source.scheme());
  }
}
