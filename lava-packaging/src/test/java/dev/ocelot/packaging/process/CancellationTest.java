package dev.ocelot.packaging.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.process.Cancellation.Registration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private final Cancellation token = new Cancellation();
  private final List<String> heard = new ArrayList<>();

  @Test
  void whoListensIsToldOnceAndWhoComesLateAtOnce() {
    token.onCancel(() -> heard.add("a"));
    Registration gone = token.onCancel(() -> heard.add("gone"));
    gone.close();
    token.throwIfCancelled("work");
    token.cancel();
    token.cancel();
    token.onCancel(() -> heard.add("late")).close();
    assertThat(heard).containsExactly("a", "late");
    assertThatThrownBy(() -> token.throwIfCancelled("work"))
        .isInstanceOf(CancelledException.class)
        .hasMessage("cancelled: work");
  }

  @Test
  void anInterruptCancelsToo() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> token.throwIfCancelled("work"))
          .isInstanceOf(CancelledException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
