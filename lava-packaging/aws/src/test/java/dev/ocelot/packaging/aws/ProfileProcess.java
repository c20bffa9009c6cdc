package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.CredentialsCheck;
import dev.ocelot.packaging.publish.LayerPublisher;
import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServices;
import dev.ocelot.packaging.publish.LockPatience;
import dev.ocelot.packaging.publish.PublishPatience;
import dev.ocelot.packaging.publish.PublishResult;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.RetryPolicy;
import dev.ocelot.packaging.publish.ServiceRequest;
import dev.ocelot.packaging.publish.Timing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Publishes as whoever its environment says, through the same door as the goals. */
final class ProfileProcess {
  /** Where it publishes to. */
  static final PublishSettings SETTINGS = AwsSamples.settings("", "us-east-1");

  private ProfileProcess() {}

  /** Runs with nothing of AWS in its environment but what is given, and answers what it says. */
  static String run(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                ProfileProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      return said + "status " + status;
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * Checks the credentials, and publishes if they are good.
   *
   * @param args a folder to work in
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    try (LayerService service =
        new LayerServices().open(SETTINGS, new ServiceRequest(folder, true))) {
      CredentialsCheck.Result checked = new CredentialsCheck(service, SETTINGS).run();
      checked.problems().forEach(problem -> System.out.println("problem " + problem));
      if (checked.problems().isEmpty()) {
        PublishPatience patience =
            new PublishPatience(RetryPolicy.DEFAULT, LockPatience.DEFAULT, 1);
        LayerPublisher publisher =
            new LayerPublisher(service, SETTINGS, patience, Timing.SYSTEM, "");
        PublishResult result =
            publisher.publish(
                publisher.plan(List.of(LayerSamples.layer(folder, "hello", "one"))),
                folder.resolve("receipts.json"),
                Progress.none());
        result.summary().forEach(System.out::println);
        result.problems().forEach(System.out::println);
      }
    }
  }
}
