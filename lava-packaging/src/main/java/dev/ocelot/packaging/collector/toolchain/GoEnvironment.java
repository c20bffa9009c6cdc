package dev.ocelot.packaging.collector.toolchain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What Go gets of the environment: where to find modules, how to reach them and where its caches
 * are, and nothing that shapes what it builds but what is set here.
 */
final class GoEnvironment {
  /** Where modules come from, which means the same everywhere. */
  private static final Set<String> OF_MODULES =
      Set.of(
          "GOPROXY",
          "GONOPROXY",
          "GOSUMDB",
          "GONOSUMDB",
          "GOPRIVATE",
          "GOINSECURE",
          "GOVCS",
          "GOTOOLCHAIN");

  /** What means something on this machine only: its folders and programs. */
  private static final Set<String> OF_THIS_MACHINE =
      Set.of(
          "PATH",
          "HOME",
          "TMPDIR",
          "LANG",
          "GOPATH",
          "GOMODCACHE",
          "GOCACHE",
          "GOENV",
          "GOROOT",
          "GOAUTH",
          "NETRC",
          "SSH_AUTH_SOCK",
          "SSL_CERT_FILE",
          "SSL_CERT_DIR");

  private static final List<String> PASSED_IN_BOTH_CASES =
      List.of("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY");
  private static final List<String> PASSED_PREFIXES =
      List.of("XDG_", "GIT_CONFIG", "GIT_SSH", "GIT_SSL_", "GIT_PROXY_SSL_");

  private GoEnvironment() {}

  /**
   * Picks what Go gets.
   *
   * @param ours names to values
   * @param online whether modules may be downloaded
   * @return names to values
   */
  static Map<String, String> of(Map<String, String> ours, boolean online) {
    Map<String, String> variables = new TreeMap<>();
    ours.forEach(
        (name, value) -> {
          if (isPassed(name)) {
            variables.put(name, value);
          }
        });
    variables.put("LC_ALL", "C");
    variables.put("GIT_TERMINAL_PROMPT", "0");
    variables.put("GO111MODULE", "on");
    variables.put("GOWORK", "off");
    variables.put("CGO_ENABLED", "0");
    // Not empty, or a setting of `go env -w` would come in its place.
    variables.put("GOFLAGS", "-buildvcs=false");
    variables.put("GOAMD64", "v1");
    variables.put("GOARM64", "v8.0");
    if (!online) {
      variables.put("GOPROXY", "off");
    }
    return variables;
  }

  /**
   * Picks what Go gets in a container.
   *
   * @param ours names to values
   * @param online whether modules may be downloaded
   * @return names to values
   */
  static Map<String, String> inContainer(Map<String, String> ours, boolean online) {
    Map<String, String> variables = new TreeMap<>(of(ours, online));
    variables
        .keySet()
        .removeIf(
            name ->
                OF_THIS_MACHINE.contains(name)
                    || PASSED_PREFIXES.stream().anyMatch(name::startsWith));
    // Not what somebody wrote into the image.
    variables.put("GOENV", "off");
    return variables;
  }

  private static boolean isPassed(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return OF_MODULES.contains(name)
        || OF_THIS_MACHINE.contains(name)
        || PASSED_IN_BOTH_CASES.contains(upper)
        || PASSED_PREFIXES.stream().anyMatch(name::startsWith);
  }
}
