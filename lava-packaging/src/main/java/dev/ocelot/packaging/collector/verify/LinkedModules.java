package dev.ocelot.packaging.collector.verify;

import dev.ocelot.packaging.artifact.bom.BillOfMaterials;
import dev.ocelot.packaging.collector.build.LinkedModule;
import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessOutput;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessRunner;
import dev.ocelot.packaging.process.Tools;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the modules that Go reads from a program with those that its bill names. */
final class LinkedModules {
  private static final ProcessLimits LIMITS = ProcessLimits.of(Duration.ofMinutes(1));
  private static final Pattern PURL =
      Pattern.compile("\"purl\": \"pkg:golang/([^\"@]+)@([^\"]+)\"");

  private final ProcessRunner runner;
  private final Map<String, String> environment;

  /**
   * With the Go of this machine.
   *
   * @param runner runs it
   * @param environment what it gets
   */
  LinkedModules(ProcessRunner runner, Map<String, String> environment) {
    this.runner = runner;
    this.environment = environment;
  }

  void check(BuiltCollector layer, Path binary, Problems problems) {
    NavigableSet<String> linked = linked(binary);
    Path bill = layer.file().resolveSibling(layer.file().getFileName() + BillOfMaterials.EXTENSION);
    NavigableSet<String> billed = new TreeSet<>();
    try {
      Matcher matcher = PURL.matcher(Files.readString(bill));
      while (matcher.find()) {
        billed.add(matcher.group(1) + " " + matcher.group(2).replace("%2B", "+"));
      }
    } catch (IOException e) {
      problems.add(
          Problem.error(ProblemId.FILE_ACCESS, bill.getFileName() + " cannot be read: " + e)
              .withRemedy(Remedy.advice("build the layers again")));
      return;
    }
    if (!linked.equals(billed)) {
      NavigableSet<String> only = new TreeSet<>(linked);
      only.removeAll(billed);
      NavigableSet<String> not = new TreeSet<>(billed);
      not.removeAll(linked);
      problems.add(
          Problem.error(
                  VerifyProblems.LAYER_INVALID,
                  "layer " + layer + " holds other modules than its bill of materials names")
              .comparing("besides " + only, "also " + not)
              .withRemedy(Remedy.advice("build the layers again")));
    }
  }

  private NavigableSet<String> linked(Path binary) {
    Path go = new Tools(environment).find("go");
    List<String> lines = new ArrayList<>();
    runner
        .run(
            ProcessRequest.of(List.of(go.toString(), "version", "-m", binary.toString()), LIMITS)
                .withDirectory(binary.getRoot())
                .withEnvironment(ProcessEnvironment.exactly(environment))
                .withOutput(ProcessOutput.lines(lines::add)))
        .orProblem(
            VerifyProblems.LAYER_INVALID,
            "the collector's modules cannot be read",
            Remedy.advice("build the layers again"));
    NavigableSet<String> modules = new TreeSet<>();
    LinkedModule.parse(lines)
        .forEach(linked -> modules.add(linked.path() + " " + linked.version()));
    return modules;
  }
}
