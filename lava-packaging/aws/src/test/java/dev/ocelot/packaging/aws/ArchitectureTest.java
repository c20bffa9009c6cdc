package dev.ocelot.packaging.aws;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.ocelot.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {
  private static final String ROOT = "dev.ocelot.packaging.aws";
  private static final JavaClasses AWS = HouseRules.productClasses(ROOT);

  static Stream<ArchRule> rules() {
    return Stream.of(
        HouseRules.honestNames(),
        HouseRules.staticsAreFinal(),
        HouseRules.closedForExtension(),
        HouseRules.onlyIn("nowhere", ProcessBuilder.class),
        HouseRules.doesNotKnow(
            ROOT + "..",
            "org.apache.maven..",
            "dev.ocelot.packaging.component..",
            "dev.ocelot.packaging.collector..",
            "dev.ocelot.packaging.docker..",
            "dev.ocelot.packaging.publish.directory.."));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(AWS);
  }
}
