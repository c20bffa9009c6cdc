package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.PublishedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publishers whose keys and endpoint stand in shared files, as {@code aws configure} writes. */
@ExtendWith(MotoExtension.class)
class ProfileIT {
  private final Path folder;
  private final Moto moto;
  private final FaultProxy proxy;
  private final Queue<String> signatures = new ConcurrentLinkedQueue<>();

  ProfileIT(@TempDir Path folder, Moto moto) {
    this.folder = folder;
    this.moto = moto;
    this.proxy = new FaultProxy(moto);
    proxy.play(
        (at, call) -> {
          signatures.add(String.valueOf(call.getHeader("Authorization")));
          return NetworkTrouble.NONE;
        });
  }

  @AfterEach
  void close() {
    proxy.close();
  }

  /** The endpoint stands in the profile, so that a call to anywhere else fails. */
  private String published(String profile) throws IOException, InterruptedException {
    Path config =
        Files.writeString(
            folder.resolve("config"),
            """
            [default]
            endpoint_url = http://127.0.0.1:1

            [profile release]
            endpoint_url = %1$s

            [profile whole]
            aws_access_key_id = AKIAWHOLE
            aws_secret_access_key = marked-whole
            endpoint_url = %1$s

            [profile keyless]
            endpoint_url = %1$s
            """
                .formatted(proxy.address()));
    Path credentials =
        Files.writeString(
            folder.resolve("credentials"),
            """
            [default]
            aws_access_key_id = AKIADEFAULT
            aws_secret_access_key = marked-default

            [release]
            aws_access_key_id = AKIARELEASE
            aws_secret_access_key = marked-release
            aws_session_token = marked-token
            """);
    return ProfileProcess.run(
        folder,
        Map.of(
            "AWS_CONFIG_FILE", config.toString(),
            "AWS_SHARED_CREDENTIALS_FILE", credentials.toString(),
            "AWS_PROFILE", profile));
  }

  @ParameterizedTest
  @CsvSource({"release, AKIARELEASE", "whole, AKIAWHOLE"})
  void publishesAsTheProfile(String profile, String key) throws Exception {
    assertThat(published(profile))
        .contains("outcome=published", "status 0")
        .doesNotContain("problem", "marked", key);

    assertThat(signatures)
        .hasSizeGreaterThan(8)
        .allSatisfy(signature -> assertThat(signature).contains("Credential=" + key + "/"));
    try (AwsLayerService service = AwsSamples.service(moto.address(), ProfileProcess.SETTINGS)) {
      new PublishedState(service)
          .assertOnce(
              List.of(
                  LayerSamples.layer(
                      Files.createDirectory(folder.resolve("again")), "hello", "one")),
              ProfileProcess.SETTINGS);
    }
  }

  /** Nor are the default's keys taken in the place of those that are missing. */
  @ParameterizedTest
  @CsvSource({"keyless", "unknown"})
  void aProfileWithoutKeysIsNamedWithWhatToDo(String profile) throws Exception {
    assertThat(published(profile))
        .contains(
            "no AWS credentials were found for the profile " + profile + ":",
            "AWS_SHARED_CREDENTIALS_FILE",
            "set AWS_PROFILE to another profile")
        .doesNotContain("outcome=", "marked");
    assertThat(signatures).isEmpty();
  }
}
