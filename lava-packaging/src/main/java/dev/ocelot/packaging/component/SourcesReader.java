package dev.ocelot.packaging.component;

import dev.ocelot.packaging.source.Source;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code sources:}, a list of {@code {url, sha256}} and {@code {maven, sha256}}. */
final class SourcesReader {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_+][A-Za-z0-9._+~-]*");
  private static final String PART = "([A-Za-z0-9_][A-Za-z0-9_.+-]*)";
  private static final Pattern MAVEN =
      Pattern.compile(PART + ":" + PART + ":" + PART + "(?::" + PART + ")?:" + PART);

  private static final String MAVEN_SCHEME = "maven:";

  private final String what;
  private final Problems problems;

  SourcesReader(String what, Problems problems) {
    this.what = "a source in the " + what;
    this.problems = problems;
  }

  List<DeclaredSource> read(List<YamlMap> maps) {
    Map<String, DeclaredSource> byName = new HashMap<>();
    List<DeclaredSource> sources = new ArrayList<>();
    for (YamlMap map : maps) {
      source(map)
          .ifPresent(
              source -> {
                sources.add(source);
                // Some file systems take two names for one that differ in case only.
                String name = source.fileName().toLowerCase(Locale.ROOT);
                if (byName.putIfAbsent(name, source) != null) {
                  problems.add(
                      invalid("two sources are files named " + source.fileName(), map.location()));
                }
              });
    }
    return sources;
  }

  private Optional<DeclaredSource> source(YamlMap map) {
    YamlReader reader = new YamlReader(map, what, problems);
    Optional<String> url = reader.string("url");
    Optional<String> maven = reader.string("maven");
    Optional<String> sha256 = reader.string("sha256");
    reader.finish();
    if (url.isPresent() == maven.isPresent()) {
      problems.add(
          invalid(what + " needs one address", map.location())
              .comparing(url.isPresent() ? "both" : "none", "either url or maven"));
      return Optional.empty();
    }
    if (sha256.isEmpty() || !SHA256.matcher(sha256.get()).matches()) {
      problems.add(
          invalid(what + " needs the digest of its bytes", reader.location("sha256"))
              .comparing(
                  sha256.map(text -> "\"" + text + "\"").orElse("none"),
                  "64 lower-case hexadecimal digits")
              .withRemedy(
                  Remedy.advice("fetch the file once, and write what sha256sum says of it")));
      return Optional.empty();
    }
    return url.isPresent()
        ? ofUrl(url.get(), sha256.get(), reader.location("url"))
        : ofMaven(maven.orElseThrow(), sha256.get(), reader.location("maven"));
  }

  private Optional<DeclaredSource> ofUrl(String url, String sha256, Location where) {
    try {
      URI uri = new URI(url);
      // An address such as file:x has no path at all.
      String path = Objects.requireNonNullElse(uri.getPath(), "");
      String name = path.substring(path.lastIndexOf('/') + 1);
      if (isAddress(uri) && FILE_NAME.matcher(name).matches()) {
        return Optional.of(new DeclaredSource(new Source(url, sha256, where), name));
      }
    } catch (URISyntaxException e) {
      // Said below, as for any other text that is no address of a file.
    }
    problems.add(
        invalid(what + " has an address that cannot be used", where)
            .comparing(
                "\"" + url + "\"",
                "an http, https or file URL that ends in a file name, without user and password"));
    return Optional.empty();
  }

  private static boolean isAddress(URI uri) {
    return switch (String.valueOf(uri.getScheme())) {
      case "http", "https" -> uri.getHost() != null && uri.getUserInfo() == null;
      case "file" -> uri.getAuthority() == null;
      default -> false;
    };
  }

  private Optional<DeclaredSource> ofMaven(String coordinates, String sha256, Location where) {
    Matcher parts = MAVEN.matcher(coordinates);
    if (!parts.matches()) {
      problems.add(
          invalid(what + " has coordinates that cannot be used", where)
              .comparing(
                  "\"" + coordinates + "\"", "group:artifact:version[:classifier]:extension"));
      return Optional.empty();
    }
    String classifier = parts.group(4) == null ? "" : "-" + parts.group(4);
    String name = parts.group(2) + "-" + parts.group(3) + classifier + "." + parts.group(5);
    return Optional.of(
        new DeclaredSource(new Source(MAVEN_SCHEME + coordinates, sha256, where), name));
  }

  private static Problem invalid(String message, Location where) {
    return Problem.error(ProblemId.CONFIG_INVALID, message).at(where);
  }
}
