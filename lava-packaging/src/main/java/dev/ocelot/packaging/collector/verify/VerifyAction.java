package dev.ocelot.packaging.collector.verify;

import dev.ocelot.packaging.archive.ArchiveReader;
import dev.ocelot.packaging.archive.ExecutableBit;
import dev.ocelot.packaging.archive.ExtractionLimits;
import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.binary.NativeFiles;
import dev.ocelot.packaging.collector.distribution.ComponentKind;
import dev.ocelot.packaging.plan.StepAction;
import dev.ocelot.packaging.plan.StepContext;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Verifies one layer; what its collector holds becomes the step's result. */
final class VerifyAction implements StepAction {
  /** A result: a line for each component, its kind and its type. */
  static final String COMPONENTS = "components";

  /** A result: what the collector says of a configuration that nobody chose; perhaps empty. */
  static final String DOUBTS = "doubts";

  private static final String BINARY = "extensions/collector";
  private static final String CONFIGURATION = "collector-config/config.yaml";
  private static final String CUSTOM = "lambdacomponents.";
  private static final int LONGEST_ANSWER = 1_000;
  private static final Pattern ERROR = Pattern.compile("\"error\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final BuiltCollector layer;
  private final ProcessRunner runner;

  VerifyAction(BuiltCollector layer, ProcessRunner runner) {
    this.layer = layer;
    this.runner = runner;
  }

  @Override
  public void run(StepContext context) {
    Path unpacked = folder(context, "layer");
    new ArchiveReader(ExtractionLimits.DEFAULT).extract(layer.file(), unpacked);
    FileTree tree = FileTree.scan(unpacked);
    Problems problems = new Problems();
    checkLayout(tree, problems);
    problems.addAll(new NativeFiles(layer.platform()).check(tree));
    problems.throwIfErrors();
    Path binary = unpacked.resolve(BINARY);
    LinkedModules.check(layer, binary, problems);
    CollectorRun run = new CollectorRun(binary, folder(context, "run"), runner);
    context.progress().line("asking the collector for its version");
    checkVersion(run, problems);
    problems.throwIfErrors();
    context.progress().line("asking the collector for its components");
    SortedMap<ComponentKind, NavigableSet<String>> types = components(run, problems);
    context.progress().line("starting the collector with its configuration");
    String doubts = checkConfiguration(run, unpacked.resolve(CONFIGURATION), problems);
    problems.throwIfErrors();
    write(COMPONENTS, lines(types), context.output());
    write(DOUBTS, doubts, context.output());
  }

  private static Path folder(StepContext context, String name) {
    try {
      return Files.createDirectory(context.work().resolve(name));
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "a layer cannot be unpacked: " + e), e);
    }
  }

  private void checkLayout(FileTree tree, Problems problems) {
    for (String name : List.of(BINARY, CONFIGURATION)) {
      if (tree.entry(name).isEmpty()) {
        problems.add(invalid("has no " + name));
      }
    }
  }

  private void checkVersion(CollectorRun run, Problems problems) {
    CollectorRun.Outcome outcome = run.version();
    String got = String.join(" ", outcome.lines()).strip();
    if (!outcome.result().succeeded()) {
      problems.add(
          invalid("holds a collector that cannot be run here: " + outcome.result().tail())
              .withRemedy(
                  Remedy.advice(
                      "for another architecture than this machine's, install qemu-user-static with"
                          + " binfmt")));
    } else if (!got.equals(layer.facts().collectorVersion())) {
      problems.add(
          invalid("holds a collector of another version")
              .comparing(got, layer.facts().collectorVersion()));
    }
  }

  private SortedMap<ComponentKind, NavigableSet<String>> components(
      CollectorRun run, Problems problems) {
    CollectorRun.Outcome outcome = run.with(ComponentQuestion.question());
    SortedMap<ComponentKind, NavigableSet<String>> types = ComponentQuestion.read(outcome.lines());
    if (types.isEmpty()) {
      problems.add(invalid("holds a collector that does not say what it holds: " + told(outcome)));
      return types;
    }
    Map<String, NavigableSet<String>> named = named();
    for (ComponentKind kind : ComponentKind.values()) {
      if (named.getOrDefault(kind.word(), new TreeSet<>()).contains("all") || named.isEmpty()) {
        continue;
      }
      NavigableSet<String> wanted = named.getOrDefault(kind.word(), new TreeSet<>());
      NavigableSet<String> found = types.getOrDefault(kind, new TreeSet<>());
      if (!ComponentMatch.of(kind, wanted, found).holds()) {
        problems.add(
            invalid("holds other components of kind " + kind.word() + " than it was declared with")
                .comparing(found.toString(), wanted.toString()));
      }
    }
    return types;
  }

  /** The components that the build tags name, by kind; nothing when they name all. */
  private Map<String, NavigableSet<String>> named() {
    Map<String, NavigableSet<String>> named = new TreeMap<>();
    for (String tag : layer.facts().buildTags()) {
      String[] words = tag.split("\\.", 3);
      if (tag.equals(CUSTOM + "all")) {
        return Map.of();
      }
      if (words.length == 3) {
        named.computeIfAbsent(words[1], kind -> new TreeSet<>()).add(words[2]);
      }
    }
    return named;
  }

  /**
   * Upstream's configuration is not the distribution's choice, so what is wrong with it is said
   * only.
   */
  private String checkConfiguration(CollectorRun run, Path file, Problems problems) {
    Problems unreadable = new Problems();
    YamlMap configuration = YamlFile.read(file, CONFIGURATION, unreadable);
    if (unreadable.hasErrors()) {
      problems.addAll(unreadable.all());
      return "";
    }
    CollectorRun.Outcome outcome = run.with(HarmlessConfiguration.of(configuration));
    if (outcome.heard() == RuntimeApi.Answer.STARTED) {
      return "";
    }
    if (layer.configuration() == BuiltCollector.Configuration.UPSTREAM) {
      return told(outcome);
    }
    problems.add(
        invalid("holds a configuration that its collector refuses: " + told(outcome))
            .withRemedy(
                Remedy.advice(
                    "mend the distribution's config-file, or give the distribution the components"
                        + " that it names")));
    return "";
  }

  /** The reason that a collector gives, without what it wraps it in. */
  private static String told(CollectorRun.Outcome outcome) {
    List<String> failed =
        outcome.lines().stream().filter(line -> line.contains("Failed to start")).toList();
    List<String> lines = failed.isEmpty() ? outcome.lines() : failed;
    for (String line : lines) {
      Matcher error = ERROR.matcher(line);
      if (error.find()) {
        String text =
            error.group(1).replace("\\n", " ").replace("\\\"", "\"").replaceAll(" +", " ");
        return text.length() > LONGEST_ANSWER ? text.substring(0, LONGEST_ANSWER) + "…" : text;
      }
    }
    return outcome.result().tail().toString();
  }

  private Problem invalid(String what) {
    return Problem.error(VerifyProblems.LAYER_INVALID, "layer " + layer + " " + what);
  }

  private static String lines(SortedMap<ComponentKind, NavigableSet<String>> types) {
    StringBuilder text = new StringBuilder();
    // Kinds by their words, as they are shown.
    SortedMap<String, NavigableSet<String>> byWord = new TreeMap<>();
    types.forEach((kind, of) -> byWord.put(kind.word(), of));
    byWord.forEach((kind, of) -> of.forEach(type -> text.append(kind + " " + type + "\n")));
    return text.toString();
  }

  private static void write(String name, String text, Path output) {
    try {
      Path file = Files.writeString(output.resolve(name), text);
      ExecutableBit.set(file, false);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "a result cannot be kept: " + e), e);
    }
  }
}
