package dev.ocelot.packaging.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.docker.ContainerSpec.Limits;
import dev.ocelot.packaging.docker.ContainerSpec.Network;
import dev.ocelot.packaging.docker.ContainerSpec.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerArgumentsTest {
  private static final ImageId IMAGE = new ImageId("sha256:" + "a".repeat(64));

  private static ContainerSpec spec(InnerWatchdog watchdog, Map<String, String> environment) {
    return new ContainerSpec(
        IMAGE,
        "linux/arm64",
        List.of("/bin/sh", "build.sh", "two words"),
        "/ocelot/source",
        new User(1234, 1235),
        environment,
        List.of("/ocelot/work"),
        Network.NONE,
        new Limits(Duration.ofMinutes(10), 1 << 30, 1.5, 512),
        watchdog);
  }

  @Test
  void nothingIsGivenThatWasNotSaid() {
    ContainerSpec spec =
        spec(InnerWatchdog.none(), Map.of("B", "2", "A", "1\n2", "HOME", "/h", "LC_ALL", "C"));
    ContainerArguments arguments = new ContainerArguments(spec, 8);
    assertThat(String.join(" ", arguments.argv("ocelot-x", Map.of("l", "v"))))
        .isEqualTo(
            "create --name ocelot-x --platform linux/arm64 --hostname ocelot --user 1234:1235"
                + " --workdir /ocelot/source --network none --cap-drop ALL"
                + " --security-opt no-new-privileges --init --memory 1073741824"
                + " --memory-swap 1073741824 --cpus 1.50 --pids-limit 512 --ulimit cpu=1320"
                + " --ulimit core=0 --log-driver none --no-healthcheck --interactive --label l=v"
                + " --env A --env B --env HOME=/h --env LC_ALL=C --entrypoint /bin/sh -- "
                + IMAGE
                + " build.sh two words");
    assertThat(arguments.environment())
        .containsExactly(Map.entry("A", "1\n2"), Map.entry("B", "2"));
  }

  @Test
  void theWatchdogRunsTheCommand() {
    ContainerArguments arguments = new ContainerArguments(spec(InnerWatchdog.shell(), Map.of()), 8);
    List<String> argv = arguments.argv("n", Map.of());
    int image = argv.indexOf(IMAGE.text());
    assertThat(argv.subList(image - 3, image)).containsExactly("--entrypoint", "/bin/sh", "--");
    assertThat(argv.get(image + 1)).isEqualTo("-c");
    assertThat(argv.subList(image + 3, argv.size()))
        .containsExactly("watchdog", "601", "/bin/sh", "build.sh", "two words");
  }

  @Test
  void nobodyGetsMoreProcessorsThanThereAre() {
    ContainerSpec spec = spec(InnerWatchdog.none(), Map.of());
    assertThat(new ContainerArguments(spec, 1).argv("n", Map.of()))
        .containsSequence("--cpus", "1.00")
        .contains("cpu=660");
  }

  @ParameterizedTest
  @CsvSource({
    "PATH,false",
    "HOME,false",
    "DOCKER_HOST,false",
    "http_proxy,false",
    "HTTPS_PROXY,false",
    "OCELOT_CARRIED_HTTPS_PROXY,true",
    "LC_ALL,false",
    "LD_PRELOAD,false",
    "XDG_CONFIG_HOME,false",
    "SSH_AUTH_SOCK,false",
    "GODEBUG,false",
    "GOPROXY,true",
    "TOKEN,true",
    "HELLO_VERSION,true",
    "TZ,true",
    "OCELOT_WORK_DIR,true"
  })
  void whatTheClientReadsItselfIsNotChangedForIt(String name, boolean carried) {
    ContainerArguments arguments =
        new ContainerArguments(spec(InnerWatchdog.none(), Map.of(name, "v")), 8);
    assertThat(arguments.environment().containsKey(name)).isEqualTo(carried);
    assertThat(arguments.argv("n", Map.of())).contains(carried ? name : name + "=v");
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "-1,1"})
  void rootIsRefused(int uid, int gid) {
    assertThatThrownBy(() -> new User(uid, gid)).isInstanceOf(IllegalArgumentException.class);
  }
}
