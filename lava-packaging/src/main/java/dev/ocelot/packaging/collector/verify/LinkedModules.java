package dev.ocelot.packaging.collector.verify;

import dev.ocelot.packaging.artifact.bom.BillOfMaterials;
import dev.ocelot.packaging.collector.program.GoProgram;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the modules that a program says it was linked from with those that its bill names. */
final class LinkedModules {
  private static final Pattern PURL =
      Pattern.compile("\"purl\": \"pkg:golang/([^\"@]+)@([^\"]+)\"");

  private LinkedModules() {}

  static void check(BuiltCollector layer, Path binary, Problems problems) {
    NavigableSet<String> linked = new TreeSet<>();
    GoProgram.open(binary)
        .modules()
        .forEach(module -> linked.add(module.path() + " " + module.version()));
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
}
