package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.BuiltLayer;
import dev.ocelot.packaging.publish.LayerPublisher;
import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.LockPatience;
import dev.ocelot.packaging.publish.PublishPatience;
import dev.ocelot.packaging.publish.PublishResult;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.RetryPolicy;
import dev.ocelot.packaging.publish.Timing;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A publisher in a process of its own, with little memory, so that it can be killed. */
final class AwsPublisherProcess implements AutoCloseable {
  /** Where it publishes to, and the bucket for what is large. */
  static final PublishSettings SETTINGS = AwsSamples.settings("large-{region}", "us-east-1");

  private static final PublishPatience PATIENCE =
      new PublishPatience(
          RetryPolicy.DEFAULT,
          new LockPatience(
              Duration.ofSeconds(60),
              Duration.ofSeconds(20),
              Duration.ofMillis(20),
              Duration.ofMinutes(2)),
          1);

  private final Process process;

  private AwsPublisherProcess(Process process) {
    this.process = process;
  }

  static AwsPublisherProcess start(URI endpoint, Path work, int size) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                AwsPublisherProcess.class.getName(),
                endpoint.toString(),
                Files.createDirectories(work).toString(),
                Integer.toString(size))
            .redirectErrorStream(true)
            .start();
    return new AwsPublisherProcess(process);
  }

  /** Kills it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
  }

  /** What it says until it ends. */
  String output() throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IOException("it does not end: " + output);
    }
    return output;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The layer that it publishes; its zip is made where it is missing. */
  static BuiltLayer layer(Path work, int size) {
    Path zip = work.resolve("hello-" + size + ".zip");
    if (Files.notExists(zip)) {
      LayerSamples.zip(zip, "hello " + size, size);
    }
    return LayerSamples.layer("hello", zip, LayerSamples.contentDigest("hello " + size));
  }

  /**
   * Publishes.
   *
   * @param args the endpoint, where to work, the size of the layer
   */
  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[1]);
    BuiltLayer layer = layer(work, Integer.parseInt(args[2]));
    try (AwsLayerService service =
        new AwsLayerService(AwsSamples.clients(URI.create(args[0])), SETTINGS, true)) {
      LayerPublisher publisher = new LayerPublisher(service, SETTINGS, PATIENCE, Timing.SYSTEM, "");
      PublishResult result =
          publisher.publish(
              publisher.plan(List.of(layer)), work.resolve("receipts.json"), Progress.none());
      result.summary().forEach(System.out::println);
      result.problems().forEach(System.out::println);
    }
  }
}
