package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.FakeTiming;
import dev.ocelot.packaging.publish.LayerPublisher;
import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.LockPatience;
import dev.ocelot.packaging.publish.PublishPatience;
import dev.ocelot.packaging.publish.PublishResult;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.PublishedState;
import dev.ocelot.packaging.publish.RetryPolicy;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The publisher with its retries, while a trouble befalls each of its calls in turn. */
@ExtendWith(MotoExtension.class)
class NetworkTroubleIT {
  private static final PublishSettings SETTINGS = AwsSamples.settings("", "us-east-1");
  private static final PublishPatience PATIENCE =
      new PublishPatience(RetryPolicy.DEFAULT, LockPatience.DEFAULT, 1);
  private static final AwsPatience SHORT =
      new AwsPatience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofMillis(20));

  private final Path folder;
  private final Moto moto;
  private final FaultProxy proxy;
  private final BuiltLayer layer;

  NetworkTroubleIT(@TempDir Path folder, Moto moto) {
    this.folder = folder;
    this.moto = moto;
    this.proxy = new FaultProxy(moto);
    this.layer = LayerSamples.layer(folder, "hello", "one");
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  private PublishResult published(URI endpoint, AwsPatience patience) throws InterruptedException {
    try (AwsLayerService service =
        new AwsLayerService(AwsSamples.clients(endpoint, patience), SETTINGS, true)) {
      LayerPublisher publisher =
          new LayerPublisher(service, SETTINGS, PATIENCE, new FakeTiming(), "");
      return publisher.publish(
          publisher.plan(List.of(layer)), folder.resolve("receipts.json"), Progress.none());
    }
  }

  /** A lock that could not be given back stays: its owner, this process, is alive. */
  private void assertPublishedOnceWhateverIsLocked() throws Exception {
    try (AwsLayerService service = AwsSamples.service(moto.address(), SETTINGS)) {
      new PublishedState(service).assertOnce(List.of(layer), SETTINGS);
    }
  }

  private void assertPublishedOnce() throws Exception {
    try (AwsLayerService service = AwsSamples.service(moto.address(), SETTINGS)) {
      PublishedState state = new PublishedState(service);
      state.assertOnce(List.of(layer), SETTINGS);
      state.assertUnlocked(List.of(layer), SETTINGS);
    }
  }

  private int callsOfACleanRun() throws Exception {
    proxy.play(FaultProxy.Script.NONE);
    assertThat(published(proxy.address(), AwsSamples.PATIENCE).problems()).isEmpty();
    assertPublishedOnce();
    assertThat(proxy.calls()).isGreaterThan(8);
    return proxy.calls();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"NONE", "SLOW", "SKEWED", "EXPIRED", "DENIED"},
      mode = Mode.EXCLUDE)
  void whatPassesIsOvercomeInTheSameRun(NetworkTrouble trouble) throws Exception {
    int calls = callsOfACleanRun();
    for (int place = 0; place < calls; place++) {
      int here = place;
      moto.reset();
      proxy.play((at, call) -> at == here ? trouble : NetworkTrouble.NONE);

      PublishResult result = published(proxy.address(), AwsSamples.PATIENCE);

      assertThat(result.problems()).as("%s at call %d", trouble, place).isEmpty();
      assertPublishedOnce();
    }
    proxy.play(FaultProxy.Script.NONE);
    assertThat(published(proxy.address(), AwsSamples.PATIENCE).summary())
        .singleElement()
        .asString()
        .contains("outcome=reused");
  }

  @Test
  void anAnswerThatComesTooLateIsLookedFor() throws Exception {
    proxy.play(
        (at, call) ->
            call.getUrl().endsWith("/versions") && call.getMethod().getName().equals("POST")
                ? NetworkTrouble.SLOW
                : NetworkTrouble.NONE);

    assertThat(published(proxy.address(), SHORT).problems()).isEmpty();
    assertPublishedOnce();
  }

  @ParameterizedTest
  @EnumSource(names = {"SKEWED", "EXPIRED", "DENIED"})
  void whatDoesNotPassIsSaidAndTheNextRunFinishes(NetworkTrouble trouble) throws Exception {
    int calls = callsOfACleanRun();
    String words =
        switch (trouble) {
          case SKEWED -> "set its clock";
          case EXPIRED -> "log in again";
          default -> "AccessDeniedException: User: x is not authorized";
        };
    for (int place = 0; place < calls; place++) {
      int here = place;
      moto.reset();
      proxy.play((at, call) -> at >= here ? trouble : NetworkTrouble.NONE);

      assertThat(problems()).as("%s from call %d on", trouble, place).contains(words);
      proxy.play(FaultProxy.Script.NONE);
      assertThat(published(proxy.address(), AwsSamples.PATIENCE).problems()).isEmpty();
      assertPublishedOnceWhateverIsLocked();
    }
  }

  /** The last call gives the lock back, and who fails at that has published all the same. */
  private String problems() throws InterruptedException {
    try {
      List<Problem> problems = published(proxy.address(), AwsSamples.PATIENCE).problems();
      return problems.isEmpty() && proxy.calls() > 8
          ? "set its clock, log in again, AccessDeniedException: User: x is not authorized"
          : problems.toString();
    } catch (ProblemException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
