package dev.ocelot.packaging.collector.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoEnvironmentTest {
  @ParameterizedTest
  @CsvSource({
    "GOPROXY, true, true",
    "GONOPROXY, true, true",
    "GOSUMDB, true, true",
    "GONOSUMDB, true, true",
    "GOPRIVATE, true, true",
    "GOINSECURE, true, true",
    "GOVCS, true, true",
    "GOTOOLCHAIN, true, true",
    "HTTPS_PROXY, true, true",
    "no_proxy, true, true",
    "GOMODCACHE, true, false",
    "GOCACHE, true, false",
    "NETRC, true, false",
    "SSH_AUTH_SOCK, true, false",
    "GIT_CONFIG_GLOBAL, true, false",
    "SSL_CERT_FILE, true, false",
    "GOEXPERIMENT, false, false",
    "CC, false, false",
    "AWS_SECRET_ACCESS_KEY, false, false"
  })
  void settingsReachGoThere(String name, boolean here, boolean inContainer) {
    Map<String, String> ours = Map.of(name, "value");

    assertThat(GoEnvironment.of(ours, true).getOrDefault(name, "")).isEqualTo(here ? "value" : "");
    assertThat(GoEnvironment.inContainer(ours, true).getOrDefault(name, ""))
        .isEqualTo(inContainer ? "value" : "");
  }

  @ParameterizedTest
  @CsvSource({
    "GOFLAGS, -mod=mod -tags=x, -buildvcs=false",
    "CGO_ENABLED, 1, 0",
    "GOAMD64, v3, v1",
    "GOARM64, v9.0, v8.0",
    "GOWORK, /somewhere/go.work, off",
    "GO111MODULE, off, on"
  })
  void whatShapesBytesIsSetByOcelot(String name, String theirs, String ours) {
    assertThat(GoEnvironment.of(Map.of(name, theirs), true)).containsEntry(name, ours);
    assertThat(GoEnvironment.inContainer(Map.of(name, theirs), true)).containsEntry(name, ours);
  }

  @Test
  void offlineNoProxyIsAsked() {
    Map<String, String> ours = Map.of("GOPROXY", "https://proxy.example.org");

    assertThat(GoEnvironment.of(ours, false)).containsEntry("GOPROXY", "off");
    assertThat(GoEnvironment.inContainer(ours, false)).containsEntry("GOPROXY", "off");
  }
}
