package dev.ocelot.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** Rules that hold in every module; a module's own rules stand in its own test. */
public final class HouseRules {
  private HouseRules() {}

  /**
   * The product classes below a package.
   *
   * @param root the package
   * @return classes without tests
   */
  public static JavaClasses productClasses(String root) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("testkit"))
        .importPackages(root);
  }

  /**
   * Packages below a root know each other without cycles, sub-packages included.
   *
   * @param root the package
   * @return the rule
   */
  public static ArchRule noCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
  }

  /**
   * Classes below one package do not know those below others.
   *
   * @param from the package
   * @param to the packages that it must not know, as ArchUnit patterns
   * @return the rule
   */
  public static ArchRule doesNotKnow(String from, String... to) {
    return noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to)
        .allowEmptyShould(true);
  }

  /**
   * Only one package calls a method of a type of the platform.
   *
   * @param owner the package that may
   * @param type the type
   * @return the rule
   */
  public static ArchRule onlyIn(String owner, Class<?> type) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(owner)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(type)
        .allowEmptyShould(true);
  }

  /**
   * Statics hold no state: a static field is final.
   *
   * @return the rule
   */
  public static ArchRule staticsAreFinal() {
    return ArchRuleDefinition.fields()
        .that()
        .areStatic()
        .and()
        .areNotPrivate()
        .should()
        .beFinal()
        .allowEmptyShould(true);
  }

  /**
   * No type is named after what it is not.
   *
   * @return the rule
   */
  public static ArchRule honestNames() {
    return noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .allowEmptyShould(true);
  }

  /**
   * Public types that are not meant for extension are final, records, enums, sealed or interfaces.
   *
   * @return the rule
   */
  public static ArchRule closedForExtension() {
    DescribedPredicate<JavaClass> open =
        DescribedPredicate.describe(
            "are plain public classes",
            type ->
                type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !type.isInterface()
                    && !type.isRecord()
                    && !type.isEnum()
                    && !type.isAnonymousClass()
                    && !type.getModifiers().contains(JavaModifier.ABSTRACT));
    return ArchRuleDefinition.classes().that(open).should(beFinal()).allowEmptyShould(true);
  }

  private static ArchCondition<JavaClass> beFinal() {
    return new ArchCondition<>("be final") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getModifiers().contains(JavaModifier.FINAL)) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is not final"));
        }
      }
    };
  }
}
