package dev.ocelot.packaging.component;

import dev.ocelot.packaging.artifact.bom.Part;
import dev.ocelot.packaging.source.Source;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a bill of materials says of a component's declared sources. What the repository itself holds
 * stands in the record.
 */
final class SourceParts {
  private static final String MAVEN = "maven";

  private SourceParts() {}

  static List<Part> of(List<DeclaredSource> sources) {
    return sources.stream().map(SourceParts::of).toList();
  }

  private static Part of(DeclaredSource declared) {
    Source source = declared.source();
    return source.scheme().equals(MAVEN) ? ofMaven(source) : ofUrl(source, declared.fileName());
  }

  /** {@code maven:group:artifact:version[:classifier]:extension}. */
  private static Part ofMaven(Source source) {
    List<String> words = List.of(source.address().split(":", -1));
    String name = words.get(1) + "/" + words.get(2);
    String version = words.get(3);
    String classifier = words.size() == 6 ? "classifier=" + words.get(4) + "&" : "";
    String purl =
        "pkg:maven/"
            + name
            + "@"
            + version
            + "?"
            + classifier
            + "type="
            + words.get(words.size() - 1);
    return new Part(purl, words.get(1) + ":" + words.get(2), version, source.sha256(), "");
  }

  private static Part ofUrl(Source source, String fileName) {
    String purl =
        "pkg:generic/"
            + encoded(fileName)
            + "?checksum=sha256:"
            + source.sha256()
            + "&download_url="
            + encoded(source.shownAddress());
    return new Part(purl, fileName, "", source.sha256(), "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
