package dev.ocelot;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.ocelot.testkit.HouseRules;
import java.net.URLConnection;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {
  private static final JavaClasses CORE = HouseRules.productClasses("dev.ocelot");

  static Stream<ArchRule> rules() {
    return Stream.of(
        HouseRules.noCycles("dev.ocelot"),
        HouseRules.honestNames(),
        HouseRules.staticsAreFinal(),
        HouseRules.closedForExtension(),
        HouseRules.onlyIn("nowhere", ProcessBuilder.class),
        HouseRules.onlyIn("nowhere", Process.class),
        HouseRules.onlyIn("nowhere", URLConnection.class),
        HouseRules.doesNotKnow(
            "dev.ocelot.problem..", "dev.ocelot.tag..", "dev.ocelot.yaml..", "dev.ocelot.json.."),
        HouseRules.doesNotKnow("dev.ocelot.yaml..", "dev.ocelot.tag.."),
        HouseRules.doesNotKnow(
            "dev.ocelot.concurrent..",
            "dev.ocelot.tag..",
            "dev.ocelot.yaml..",
            "dev.ocelot.json.."),
        HouseRules.doesNotKnow("dev.ocelot.json..", "dev.ocelot.tag..", "dev.ocelot.yaml.."),
        HouseRules.doesNotKnow(
            "dev.ocelot.digest..", "dev.ocelot.file..", "dev.ocelot.tag..", "dev.ocelot.problem.."),
        ArchRuleDefinition.classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..", "dev.ocelot..", "org.yaml.snakeyaml..", "org.jspecify.."));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(CORE);
  }
}
