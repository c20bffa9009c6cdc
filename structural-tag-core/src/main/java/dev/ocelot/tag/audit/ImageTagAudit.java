package dev.ocelot.tag.audit;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.TagCall;
import dev.ocelot.yaml.NearMiss;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlScalar;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules about image tags. Comments above the call of a build script name the keys of {@code
 * .gitlab-ci/image-tags.yml} that must change together with the script; nothing else ties them.
 */
final class ImageTagAudit {
  static final String FILE = ".gitlab-ci/image-tags.yml";

  private static final Pattern KEY = Pattern.compile("\\b[A-Z][A-Z0-9_]*_TAG\\b");
  private static final Pattern KEY_ALONE = Pattern.compile("\\s*#\\s*([A-Z][A-Z0-9_]*_TAG)\\s*");

  private final YamlMap file;
  private final YamlMap variables;
  private final StaleComponents stale;
  private final Findings findings;
  private final Map<String, List<ComponentName>> bumps = new TreeMap<>();

  ImageTagAudit(RepositoryRoot root, StaleComponents stale, Findings findings, Problems problems) {
    this.stale = stale;
    this.findings = findings;
    this.file =
        Files.isRegularFile(root.resolve(FILE))
            ? YamlFile.read(root.resolve(FILE), FILE, problems)
            : YamlMap.EMPTY;
    this.variables =
        file.get("variables").orElse(null) instanceof YamlMap map ? map : YamlMap.EMPTY;
  }

  void run(List<ScriptText> scripts) {
    if (variables.isEmpty()) {
      return;
    }
    scripts.forEach(this::comments);
    bumps.forEach(this::bump);
  }

  private void comments(ScriptText text) {
    List<String> lines = text.lines();
    ComponentName component = text.component().name();
    for (int i = 0; i < lines.size() && !lines.get(i).strip().startsWith(TagCall.FUNCTION); i++) {
      if (!lines.get(i).strip().startsWith("#")) {
        continue;
      }
      Matcher words = KEY.matcher(lines.get(i));
      while (words.find()) {
        if (variables.get(words.group()).isPresent() && stale.contains(component)) {
          List<ComponentName> of = bumps.computeIfAbsent(words.group(), key -> new ArrayList<>());
          if (!of.contains(component)) {
            of.add(component);
          }
        }
      }
      Matcher alone = KEY_ALONE.matcher(lines.get(i));
      if (alone.matches() && isUnknown(alone.group(1), component)) {
        unknown(text, i + 1, alone);
      }
    }
  }

  private boolean isUnknown(String key, ComponentName component) {
    return variables.get(key).isEmpty()
        && !key.equals(component.variable())
        && !key.equals(component.declaredKey());
  }

  private void unknown(ScriptText text, int line, Matcher key) {
    Finding finding =
        Finding.of(
            AuditRule.IMAGE_TAG_UNKNOWN,
            text.name(),
            "the comment asks for a bump of " + key.group(1) + ", which " + FILE + " does not have",
            Location.of(text.component().script(), line, key.start(1) + 1));
    findings.add(
        finding.withAdvice(
            NearMiss.nearest(key.group(1), variables.keys())
                .map(near -> "Write " + near)
                .orElse("Name a key of " + FILE)));
  }

  private void bump(String key, List<ComponentName> components) {
    if (!(variables.get(key).orElseThrow() instanceof YamlScalar current)) {
      return;
    }
    String proposed = stale.imageTag(components);
    if (current.text().equals(proposed)) {
      return; // done since
    }
    String names = String.join(", ", components.stream().map(ComponentName::text).toList());
    findings.add(
        Finding.of(
                AuditRule.IMAGE_TAG_BUMP,
                key,
                key + " must change with " + names + ", or the image is not built again",
                current.location())
            .comparing(current.text(), proposed)
            .withAdvice("Set " + key + " to \"" + proposed + "\" in " + FILE));
  }
}
