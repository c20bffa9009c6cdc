package dev.ocelot.packaging.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JvmTokensTest {
  private static final Duration LONG = Duration.ofSeconds(50);

  private final String name = "test." + UUID.randomUUID();

  @Test
  void givesWhatIsFreeAndNoMore() throws InterruptedException {
    JvmTokens tokens = new JvmTokens(name, 3);
    assertThat(tokens.acquire(Duration.ZERO, 2)).isTrue();
    assertThat(tokens.acquire(Duration.ZERO, 2)).isFalse();
    assertThat(tokens.acquire(Duration.ZERO, 1)).isTrue();
    tokens.release(2);
    assertThat(tokens.acquire(Duration.ZERO, 2)).isTrue();
  }

  @Test
  void takesSeveralKindsAllOrNone() throws InterruptedException {
    JvmTokens tokens = new JvmTokens(name, 2, 1);
    assertThat(tokens.acquire(Duration.ZERO, 1, 1)).isTrue();
    assertThat(tokens.acquire(Duration.ZERO, 1, 1)).isFalse();
    assertThat(tokens.acquire(Duration.ZERO, 1, 0)).as("the second processor is free").isTrue();
  }

  @Test
  void moreThanThereIsCountsAsAllThereIs() throws InterruptedException {
    JvmTokens tokens = new JvmTokens(name, 2);
    assertThat(tokens.acquire(Duration.ZERO, 8)).isTrue();
    assertThat(tokens.acquire(Duration.ZERO, 1)).isFalse();
    tokens.release(8);
    assertThat(tokens.acquire(Duration.ZERO, 2)).isTrue();
  }

  @Test
  void wakesWhoWaits() throws Exception {
    JvmTokens tokens = new JvmTokens(name, 1);
    tokens.acquire(Duration.ZERO, 1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> other = new CompletableFuture<>();
    Thread waiting = new Thread(() -> acquire(tokens, begun, other));
    waiting.start();
    begun.await();
    tokens.release(1);
    assertThat(other.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    waiting.join();
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    JvmTokens tokens = new JvmTokens(name, 1);
    tokens.acquire(Duration.ZERO, 1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> other = new CompletableFuture<>();
    Thread waiting = new Thread(() -> acquire(tokens, begun, other));
    waiting.start();
    begun.await();
    waiting.interrupt();
    waiting.join();
    assertThatThrownBy(other::get).hasCauseInstanceOf(InterruptedException.class);
  }

  private static void acquire(
      JvmTokens tokens, CountDownLatch begun, CompletableFuture<Boolean> result) {
    begun.countDown();
    try {
      result.complete(tokens.acquire(LONG, 1));
    } catch (InterruptedException e) {
      result.completeExceptionally(e);
    }
  }

  @Test
  void countsTogetherWithTheSameClassOfAnotherLoader() throws Exception {
    JvmTokens ours = new JvmTokens(name, 1);
    Class<?> theirClass = new SecondLoader().loadClass(JvmTokens.class.getName());
    assertThat(theirClass).isNotSameAs(JvmTokens.class);
    Object theirs =
        theirClass.getConstructor(String.class, int[].class).newInstance(name, new int[] {1});
    Method acquire = theirClass.getMethod("acquire", Duration.class, int[].class);
    Method release = theirClass.getMethod("release", int[].class);

    assertThat(acquire.invoke(theirs, Duration.ZERO, new int[] {1})).isEqualTo(true);
    assertThat(ours.acquire(Duration.ZERO, 1)).isFalse();
    release.invoke(theirs, (Object) new int[] {1});
    assertThat(ours.acquire(Duration.ZERO, 1)).isTrue();
  }

  @Test
  void leavesNoPropertyBehind() throws InterruptedException {
    JvmTokens tokens = new JvmTokens(name, 2);
    tokens.acquire(Duration.ZERO, 2);
    assertThat(System.getProperties().stringPropertyNames()).anyMatch(key -> key.contains(name));
    tokens.release(2);
    assertThat(System.getProperties().stringPropertyNames()).noneMatch(key -> key.contains(name));
  }

  @Test
  void aReleaseThatComesAfterAResetTakesNothingFromOthers() throws InterruptedException {
    JvmTokens tokens = new JvmTokens(name, 1);
    tokens.release(1);
    assertThat(tokens.acquire(Duration.ZERO, 1)).isTrue();
    assertThat(tokens.acquire(Duration.ZERO, 1)).isFalse();
  }

  @Test
  void refusesLimitsAndAmountsThatMakeNoSense() {
    assertThatThrownBy(() -> new JvmTokens(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JvmTokens(name, 0)).isInstanceOf(IllegalArgumentException.class);
    JvmTokens tokens = new JvmTokens(name, 1);
    assertThatThrownBy(() -> tokens.release(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tokens.release(1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Defines our classes anew, as a second realm of a plugin does. */
  private static final class SecondLoader extends ClassLoader {
    @Override
    protected Class<?> loadClass(String className, boolean resolve) throws ClassNotFoundException {
      if (!className.startsWith("dev.ocelot.")) {
        return super.loadClass(className, resolve);
      }
      try (InputStream in = getResourceAsStream(className.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(in).readAllBytes();
        return defineClass(className, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(className, e);
      }
    }
  }
}
