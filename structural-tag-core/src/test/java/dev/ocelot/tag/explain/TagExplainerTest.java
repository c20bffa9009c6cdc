package dev.ocelot.tag.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.check.Expectations;
import dev.ocelot.tag.check.TagCheck;
import dev.ocelot.tag.check.TagResult;
import dev.ocelot.tag.check.TagSource;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.ComponentInputs;
import dev.ocelot.tag.script.ScriptEvaluator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a repository on disk to the explanation, by way of the real check. */
class TagExplainerTest {
  private static final String SCRIPT = "components/a/build.sh";
  private static final String DECLARED = "config/conditional-build-image-tags.yml";

  @TempDir Path folder;

  private final Map<String, String> past = new TreeMap<>();

  @Test
  void theManifestComesFirst() throws Exception {
    write(SCRIPT, "ci_tag_build_time_check A_TAG p/1\n").write("p/1", "1").declare("0");
    TagResult before = check();
    store()
        .put(new InputManifest(before.component().name(), before.computation().get().computed()));
    declareText(before.computation().get().computed().tag().text());
    write("p/1", "1\r\n").write("p/2", "22");
    write(SCRIPT, "# two now\nci_tag_build_time_check A_TAG p/2 p/1\n");
    assertThat(explain(TagHistory.NONE))
        .endsWith(
            "  since the declared tag was computed on this machine:",
            "    changed    components/a/build.sh",
            "    changed    p/1 (and its lines now end in CR LF)",
            "    added      p/2 (2 bytes)");
  }

  @Test
  void thenTheRevisionWhoseFilesGiveTheTag() throws Exception {
    String script = "ci_tag_build_time_check A_TAG p/1 p/gone\n";
    past.put(SCRIPT, script);
    past.put("p/1", "1");
    past.put("p/gone", "g");
    declare(script + "1" + "g");
    write(SCRIPT, script.replace(" p/gone", "")).write("p/1", "1");
    assertThat(explain(history("abc123")))
        .endsWith(
            "  since revision abc123, whose files give the declared tag:",
            "    changed    components/a/build.sh",
            "    removed    p/gone (1 byte)");
  }

  @Test
  void aFolderAndGlobsAreReadAsTheyWere() throws Exception {
    past.put(SCRIPT, "make\n");
    past.put("components/a/z", "Z");
    past.put("components/a/b/y", "Y");
    declare("make\n" + "Y" + "Z");
    write(SCRIPT, "make\n").write("components/a/z", "Z");
    assertThat(explain(history("abc123"))).endsWith("    removed    components/a/b/y (1 byte)");

    write("config/components.yaml", "components: {a: {inputs: ['shared/*.patch']}}\n");
    past.put("shared/x.patch", "X");
    past.put("shared/x.txt", "no");
    declare("make\n" + "X");
    write("shared/x.patch", "# X");
    assertThat(explain(history("abc123"))).endsWith("    changed    shared/x.patch");
  }

  @Test
  void whereTheCallOfThenCannotBeToldTheInputsOfTodayAreTried() throws Exception {
    past.put(SCRIPT, "ci_tag_build_time_check A_TAG \"$X\"\n");
    past.put("p/1", "1");
    declare("ci_tag_build_time_check A_TAG \"$X\"\n" + "1");
    write(SCRIPT, "ci_tag_build_time_check A_TAG p/1\n").write("p/1", "1");
    assertThat(explain(history("abc123"))).endsWith("    changed    components/a/build.sh");
  }

  @Test
  void aRevisionThatDoesNotGiveTheTagIsNotBelieved() throws Exception {
    past.put(SCRIPT, "ci_tag_build_time_check A_TAG ../../etc/passwd\n");
    declare("something else");
    write(SCRIPT, "make\n");
    assertThat(explain(history("abc123")))
        .endsWith(
            "  only the current inputs are known, not those of the declared tag:",
            "    components/a/build.sh (5 bytes)");
  }

  @Test
  void whatIsDeclaredMayBeNoTagOrNothing() throws Exception {
    write(SCRIPT, "make\n");
    declareText("v1\u001b[31m");
    assertThat(explain(TagHistory.NONE)).contains("  declared  'v1\\u001b[31m'");
    Files.delete(folder.resolve(DECLARED));
    assertThat(explain(TagHistory.NONE)).contains("  declared  nothing");
  }

  @Test
  void aCurrentComponentNeedsNoExplanation() throws Exception {
    write(SCRIPT, "make\n").declare("make\n");
    assertThat(new TagExplainer(store(), TagHistory.NONE).explain(check())).isEmpty();
  }

  private ManifestStore store() {
    return new ManifestStore(folder.resolve("cache/manifests"));
  }

  private List<String> explain(TagHistory history) {
    Explanation explanation = new TagExplainer(store(), history).explain(check()).orElseThrow();
    return ExplanationText.lines(explanation);
  }

  private TagResult check() {
    Problems problems = new Problems();
    Components components = Components.discover(RepositoryRoot.of(folder), problems);
    Expectations expectations = Expectations.read(components, Map.of(), problems);
    assertThat(problems.all()).isEmpty();
    TagCalculator calculator = new TagCalculator(folder);
    return new TagCheck(
            new ComponentInputs(components.root(), calculator, ScriptEvaluator.REFUSING),
            calculator::describe,
            TagSource.DECLARED,
            ParallelMap.onCallingThread())
        .check(components, expectations)
        .results()
        .get(0);
  }

  private TagExplainerTest write(String file, String text) throws Exception {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
    return this;
  }

  private void declare(String content) throws Exception {
    declareText(Digests.hex("MD5", content));
  }

  private void declareText(String text) throws Exception {
    String value = text.replace("\u001b", "\\e");
    write(DECLARED, "variables:\n  CONDITIONAL_BUILD_A_TAG: \"" + value + "\"\n");
  }

  /** A revision without these files comes first: it must be passed over. */
  private TagHistory history(String id) {
    return (file, key, tag) -> {
      assertThat(file).isEqualTo(DECLARED);
      assertThat(key).isEqualTo("CONDITIONAL_BUILD_A_TAG");
      assertThat(tag).isInstanceOf(Tag.class);
      return List.of(new Past("empty", Map.of()), new Past(id, past));
    };
  }

  private record Past(String id, Map<String, String> files) implements TagHistory.Revision {
    @Override
    public Optional<byte[]> read(String path) {
      return Optional.ofNullable(files.get(path))
          .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> list(String below) {
      return files.keySet().stream().filter(path -> path.startsWith(below + "/")).toList();
    }
  }
}
