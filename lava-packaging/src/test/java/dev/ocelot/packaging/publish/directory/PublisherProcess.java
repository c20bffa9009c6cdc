package dev.ocelot.packaging.publish.directory;

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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A publisher in a process of its own, so that it can be killed. Says {@code ready}, waits for a
 * line on its standard input, publishes, and says how each layer ended.
 */
final class PublisherProcess implements AutoCloseable {
  /** What is published. */
  static final PublishSettings SETTINGS =
      LayerSamples.settings(true, "us-east-1", "eu-west-1", "eu-north-1");

  private static final PublishPatience PATIENCE =
      new PublishPatience(
          RetryPolicy.DEFAULT,
          new LockPatience(
              Duration.ofSeconds(30),
              Duration.ofSeconds(5),
              Duration.ofMillis(2),
              Duration.ofMinutes(1)),
          4);

  private final Process process;

  private PublisherProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a process and waits until it is ready.
   *
   * @param work where it makes its layers and receipts
   * @param published where it publishes to
   * @param before what stands before the command, such as a shell that sets limits
   */
  static PublisherProcess start(Path work, Path published, String... before) throws IOException {
    Files.createDirectories(work);
    List<String> command = new ArrayList<>(List.of(before));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:-UsePerfData", "-Xshare:auto", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(
        List.of(PublisherProcess.class.getName(), work.toString(), published.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    PublisherProcess started = new PublisherProcess(process);
    String line = started.line();
    if (!line.equals("ready")) {
      throw new IOException(line + started.output());
    }
    return started;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    InputStream out = process.getInputStream();
    for (int c = out.read(); c >= 0 && c != '\n'; c = out.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  /** Lets it publish. */
  void go() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Kills it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(1, TimeUnit.MINUTES);
  }

  /** What it says until it ends. */
  String output() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The layers that every process publishes; their zips are made where they are missing. */
  static List<BuiltLayer> layers(Path work) {
    List<BuiltLayer> layers = new ArrayList<>();
    for (String name : List.of("one", "two", "three")) {
      Path zip = work.resolve(name + ".zip");
      if (Files.notExists(zip)) {
        LayerSamples.zip(zip, name, 300_000);
      }
      layers.add(LayerSamples.layer(name, zip, LayerSamples.contentDigest(name)));
    }
    return layers;
  }

  /** Publishes in this process. */
  static PublishResult publish(List<BuiltLayer> layers, Path receipts, Path published)
      throws InterruptedException {
    LayerPublisher publisher =
        new LayerPublisher(
            new DirectoryLayerService(published), SETTINGS, PATIENCE, Timing.SYSTEM, "");
    return publisher.publish(publisher.plan(layers), receipts, Progress.none());
  }

  /**
   * Publishes.
   *
   * @param args where to make layers and receipts, and where to publish to
   */
  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    List<BuiltLayer> layers = layers(work);
    System.out.println("ready");
    int unused = System.in.read();
    PublishResult result = publish(layers, work.resolve("receipts.json"), Path.of(args[1]));
    result.summary().forEach(System.out::println);
  }
}
