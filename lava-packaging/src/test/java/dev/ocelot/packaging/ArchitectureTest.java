package dev.ocelot.packaging;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.ocelot.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {
  private static final String ROOT = "dev.ocelot.packaging";
  private static final JavaClasses PACKAGING = HouseRules.productClasses(ROOT);

  static Stream<ArchRule> rules() {
    return Stream.of(
        HouseRules.noCycles(ROOT),
        HouseRules.honestNames(),
        HouseRules.staticsAreFinal(),
        HouseRules.closedForExtension(),
        HouseRules.onlyIn(ROOT + ".process..", ProcessBuilder.class),
        HouseRules.doesNotKnow(ROOT + "..", "org.apache.maven..", "org.eclipse.aether.."),
        foundationKnowsNoKind("platform"),
        foundationKnowsNoKind("process"),
        foundationKnowsNoKind("archive"),
        foundationKnowsNoKind("store"),
        foundationKnowsNoKind("plan"),
        foundationKnowsNoKind("progress"),
        foundationKnowsNoKind("docker"),
        foundationKnowsNoKind("builder"),
        foundationKnowsNoKind("source"),
        foundationKnowsNoKind("artifact"),
        foundationKnowsNoKind("ci"),
        foundationKnowsNoKind("git"),
        HouseRules.doesNotKnow(ROOT + ".component..", ROOT + ".collector..", ROOT + ".publish.."),
        HouseRules.doesNotKnow(ROOT + ".collector..", ROOT + ".component..", ROOT + ".publish.."),
        HouseRules.doesNotKnow(
            ROOT + ".publish..", ROOT + ".component..", ROOT + ".collector..", ROOT + ".docker.."));
  }

  private static ArchRule foundationKnowsNoKind(String foundation) {
    return HouseRules.doesNotKnow(
        ROOT + "." + foundation + "..",
        ROOT + ".component..",
        ROOT + ".collector..",
        ROOT + ".publish..");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(PACKAGING);
  }
}
