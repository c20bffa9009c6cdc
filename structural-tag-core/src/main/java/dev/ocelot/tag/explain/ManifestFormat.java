package dev.ocelot.tag.explain;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.InputDigest;
import dev.ocelot.tag.InputDigest.TextTraits;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bytes of a manifest: JSON, which is read back as the YAML that it also is. The same manifest
 * gives the same bytes.
 */
final class ManifestFormat {
  private static final long SCHEMA = 1;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private ManifestFormat() {}

  static byte[] write(InputManifest manifest) {
    StringBuilder text = new StringBuilder();
    JsonWriter json = new JsonWriter(text);
    json.object().name("schema").value(SCHEMA);
    json.name("component").value(manifest.component().text());
    json.name("tag").value(manifest.computed().tag().text());
    json.name("inputs").array();
    for (InputDigest input : manifest.computed().inputs()) {
      json.object().name("path").value(input.path());
      json.name("size").value(input.size());
      json.name("sha256").value(input.sha256());
      json.name("crlf").value(input.text().crlf());
      json.name("normalised").value(input.text().normalisedSha256());
      json.name("code").value(input.text().codeSha256());
      json.end();
    }
    json.end().end();
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a manifest; anything that {@link #write} would not have written is no manifest. */
  static Optional<InputManifest> read(byte[] bytes) {
    Problems problems = new Problems();
    YamlMap map = YamlFile.parse(bytes, "manifest", problems);
    YamlReader reader = new YamlReader(map, "manifest", problems);
    long schema = reader.number("schema", SCHEMA, SCHEMA, 0);
    Optional<ComponentName> component = reader.string("component").flatMap(ComponentName::parse);
    Optional<Tag> tag = reader.string("tag").flatMap(Tag::parse);
    List<InputDigest> inputs =
        reader.maps("inputs").stream().map(input -> input(input, problems)).toList();
    if (problems.hasErrors() || schema != SCHEMA || component.isEmpty() || tag.isEmpty()) {
      return Optional.empty();
    }
    InputManifest manifest = new InputManifest(component.get(), new ComputedTag(tag.get(), inputs));
    boolean sound = !inputs.isEmpty() && inputs.stream().allMatch(ManifestFormat::isSound);
    return sound ? Optional.of(manifest) : Optional.empty();
  }

  private static InputDigest input(YamlMap map, Problems problems) {
    YamlReader reader = new YamlReader(map, "input", problems);
    return new InputDigest(
        reader.string("path", ""),
        reader.number("size", 0, Long.MAX_VALUE, -1),
        reader.string("sha256", ""),
        new TextTraits(
            reader.bool("crlf", false),
            reader.string("normalised", ""),
            reader.string("code", "")));
  }

  private static boolean isSound(InputDigest input) {
    return !input.path().isEmpty()
        && input.size() >= 0
        && SHA256.matcher(input.sha256()).matches()
        && SHA256.matcher(input.text().normalisedSha256()).matches()
        && SHA256.matcher(input.text().codeSha256()).matches();
  }
}
