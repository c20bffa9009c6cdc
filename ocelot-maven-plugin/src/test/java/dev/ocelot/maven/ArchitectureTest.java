package dev.ocelot.maven;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.ocelot.testkit.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {
  private static final JavaClasses PLUGIN = HouseRules.productClasses("dev.ocelot.maven");

  static Stream<ArchRule> rules() {
    return Stream.of(
        HouseRules.noCycles("dev.ocelot.maven"),
        HouseRules.honestNames(),
        HouseRules.staticsAreFinal(),
        HouseRules.onlyIn("dev.ocelot.maven.console..", java.io.FileDescriptor.class),
        HouseRules.onlyIn("nowhere", ProcessBuilder.class),
        HouseRules.doesNotKnow(
            "dev.ocelot.maven.console..",
            "dev.ocelot.maven",
            "dev.ocelot.maven.tag..",
            "dev.ocelot.maven.component..",
            "dev.ocelot.maven.collector..",
            "dev.ocelot.maven.layer.."));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(PLUGIN);
  }
}
