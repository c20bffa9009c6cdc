package dev.ocelot.tag.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TestTree;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentName;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.component.ComponentSettings;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.Evaluation;
import dev.ocelot.tag.component.OcelotLayout;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.ComponentInputs;
import dev.ocelot.tag.script.ScriptEvaluator;
import dev.ocelot.yaml.YamlMap;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work grows as the number of components does: what is allocated on the way stands for it. */
class ManyComponentsTest {
  private static final ComponentSettings NO_INPUTS =
      new ComponentSettings(
          List.of(), true, Evaluation.STATIC, List.of(), YamlMap.EMPTY, Location.NONE);

  private final TestTree tree;

  ManyComponentsTest(@TempDir Path folder) {
    this.tree = new TestTree(folder);
  }

  private static String name(int number) {
    return "comp-%05d".formatted(number);
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** Components that share one script, so that a test needs no forest of files. */
  private Components components(int count) {
    StringBuilder declared = new StringBuilder("variables:\n");
    List<Component> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ComponentName name = new ComponentName(name(i));
      declared.append("  %s: %032x\n".formatted(name.declaredKey(), i));
      all.add(new Component(name, new OcelotLayout(), "shared.sh", NO_INPUTS));
    }
    tree.file("shared.sh", "make\n");
    tree.file("config/conditional-build-image-tags.yml", declared.toString());
    return new Components(new RepositoryRoot(tree.root()), all);
  }

  /** Bytes that are allocated while components are selected and checked. */
  private static long allocatedByCheck(Components all) {
    int count = all.all().size();
    AtomicInteger computations = new AtomicInteger();
    Problems problems = new Problems();
    long before = allocated();

    List<String> names = new ArrayList<>();
    all.all().forEach(component -> names.add(component.name().text().replace('-', '_')));
    Components selected =
        all.select(new ComponentSelection(names, List.of("comp-.*"), List.of("nothing")), problems);
    TagCalculator calculator = new TagCalculator(all.root().path());
    CheckReport report =
        new TagCheck(
                new ComponentInputs(all.root(), calculator, ScriptEvaluator.REFUSING),
                (script, others) -> {
                  computations.incrementAndGet();
                  return calculator.describe(script, others);
                },
                TagSource.DECLARED,
                ParallelMap.onCallingThread())
            .check(selected, Expectations.read(selected, Map.of(), problems));
    int stale = report.problems().size();

    long after = allocated();
    assertThat(stale).isEqualTo(count);
    assertThat(computations).hasValue(count);
    assertThat(problems.hasErrors()).isFalse();
    return after - before;
  }

  @Test
  void costEachTheSameToCheck() {
    allocatedByCheck(components(1000)); // what is allocated once is not counted

    double each = allocatedByCheck(components(1000)) / 1000.0;
    double eachOfMany = allocatedByCheck(components(20_000)) / 20_000.0;

    assertThat(eachOfMany).isLessThan(1.5 * each);
  }

  /** Bytes that are allocated while components are found that settings exist for. */
  private static long allocatedByDiscovery(TestTree tree, int count) {
    StringBuilder settings = new StringBuilder("components:\n");
    for (int i = 0; i < count; i++) {
      tree.file("components/" + name(i) + "/build.sh", "");
      settings.append("  ").append(name(i)).append(": {inputs: []}\n");
    }
    tree.file("config/components.yaml", settings.toString());
    RepositoryRoot root = new RepositoryRoot(tree.root());
    Problems problems = new Problems();
    long before = allocated();

    Components components = Components.discover(root, problems);

    long after = allocated();
    assertThat(components.all()).hasSize(count);
    assertThat(problems.all()).isEmpty();
    return after - before;
  }

  @Test
  void costEachTheSameToFind() {
    allocatedByDiscovery(tree, 100);

    double each = allocatedByDiscovery(tree, 100) / 100.0;
    double eachOfMany = allocatedByDiscovery(tree, 1000) / 1000.0;

    assertThat(eachOfMany).isLessThan(1.5 * each);
  }
}
