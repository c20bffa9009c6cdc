package dev.ocelot.packaging.docker;

import dev.ocelot.packaging.docker.ContainerSpec.Limits;
import dev.ocelot.packaging.docker.ContainerSpec.User;
import dev.ocelot.packaging.process.Cancellation;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessInput;
import dev.ocelot.packaging.process.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** An image of one static program, which needs no registry, and containers of it. */
final class Busybox {
  static final User USER = new User(1234, 1235);
  private static final String TAG = "ocelot-test/busybox:1";
  private static final String DOCKERFILE =
      """
      FROM scratch
      COPY busybox /bin/busybox
      RUN ["/bin/busybox", "--install", "-s", "/bin"]
      """;

  private Busybox() {}

  static DockerEngine engine() {
    return new DockerCommandLine(
        new LocalProcessRunner(), new Tools(System.getenv()), Cancellation.never());
  }

  static ImageId image(DockerEngine engine) throws IOException {
    byte[] busybox = Files.readAllBytes(Path.of("/bin/busybox"));
    Map<String, byte[]> context =
        Map.of("busybox", busybox, "Dockerfile", DOCKERFILE.getBytes(StandardCharsets.UTF_8));
    return engine.buildImage(build(TAG, context, Map.of()), line -> {});
  }

  static ImageBuild build(String tag, Map<String, byte[]> context, Map<String, String> arguments) {
    return new ImageBuild(
        tag,
        "linux/amd64",
        tar(context),
        "Dockerfile",
        arguments,
        ImageBuild.Network.NONE,
        Duration.ofMinutes(5));
  }

  /** Files of root's that everybody may read and run, and nobody may write. */
  static ProcessInput tar(Map<String, byte[]> files) {
    return stdin -> {
      try (TarArchiveOutputStream tar = new TarArchiveOutputStream(stdin)) {
        for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
          TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
          entry.setMode(0555);
          entry.setSize(file.getValue().length);
          tar.putArchiveEntry(entry);
          tar.write(file.getValue());
          tar.closeArchiveEntry();
        }
      }
    };
  }

  static ContainerSpec shell(ImageId image, String script, Duration limit) {
    return with(image, List.of("/bin/sh", "-c", script), Map.of(), limit);
  }

  static ContainerSpec with(
      ImageId image, List<String> argv, Map<String, String> environment, Duration limit) {
    return new ContainerSpec(
        image,
        "linux/amd64",
        argv,
        "/ocelot/source",
        USER,
        environment,
        List.of("/ocelot/work", "/ocelot/artifacts"),
        ContainerSpec.Network.NONE,
        new Limits(limit, 64L << 20, 1, 64),
        InnerWatchdog.shell());
  }
}
