package dev.ocelot.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.ocelot.maven.console.Report;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.ProblemId.Fault;
import dev.ocelot.problem.Remedy;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a goal ends: a failure where the user's files are wrong, an error where the tools are. */
class GoalRunTest {
  private static final List<ProblemId> ALL_IDS = allIds();
  private static final Problem STALE = problem(ProblemId.user("stale"), "tags differ");
  private static final Problem BUSY = problem(ProblemId.environment("busy"), "a lock is held");

  @SuppressWarnings("deprecation") // Maven has no other way to make one
  private final MavenSession session =
      new MavenSession(
          null,
          (RepositorySystemSession) null,
          new DefaultMavenExecutionRequest(),
          new DefaultMavenExecutionResult());

  private static Problem problem(ProblemId id, String message) {
    return Problem.error(id, message).withRemedy(Remedy.advice("Mend it: " + message));
  }

  private @Nullable Throwable ending(Function<Ground, Report> call) {
    MojoDescriptor goal = new MojoDescriptor();
    goal.setGoal("check-tags");
    try (Ground ground =
        new Ground(session, null, new MojoExecution(goal), null, new SystemStreamLog())) {
      return catchThrowable(() -> new GoalRun(ground).run(call, g -> report -> {}));
    }
  }

  private @Nullable Throwable endingWith(Problem... problems) {
    return ending(ground -> Report.of(List.of(), List.of(problems)));
  }

  @Test
  void aGoalWithoutErrorsEndsWell() {
    assertThat(endingWith()).isNull();
    assertThat(endingWith(Problem.warning(STALE.id(), "old"), Problem.warning(BUSY.id(), "slow")))
        .isNull();
  }

  @Test
  void whatIsWrongInTheUsersFilesIsAFailure() {
    assertThat(endingWith(STALE, STALE, Problem.warning(BUSY.id(), "slow")))
        .isExactlyInstanceOf(MojoFailureException.class);
  }

  static Stream<List<Problem>> withATool() {
    return Stream.of(List.of(BUSY), List.of(BUSY, STALE), List.of(STALE, BUSY));
  }

  @ParameterizedTest
  @MethodSource("withATool")
  void whatIsWrongWithToolsIsAnErrorAlsoBesideAUsersFault(List<Problem> problems) {
    assertThat(ending(ground -> Report.of(List.of(), problems)))
        .isExactlyInstanceOf(MojoExecutionException.class);
  }

  @Test
  void aCallThatCannotGoOnEndsByItsProblemsToo() {
    Exception cause = new NoSuchFileException("build.sh");
    assertThat(ending(thrower(new ProblemException(STALE))))
        .isExactlyInstanceOf(MojoFailureException.class);
    assertThat(ending(thrower(new ProblemException(BUSY, cause))))
        .isExactlyInstanceOf(MojoExecutionException.class)
        .hasCause(cause);
  }

  private static Function<Ground, Report> thrower(RuntimeException thrown) {
    return ground -> {
      throw thrown;
    };
  }

  static Stream<Throwable> defects() {
    return Stream.of(
        new IllegalStateException("cannot be"),
        new UncheckedIOException(new NoSuchFileException("build.sh")),
        new StackOverflowError(),
        new NoClassDefFoundError("dev/ocelot/Gone"));
  }

  @ParameterizedTest
  @MethodSource("defects")
  void aDefectOfOursIsAnErrorThatSaysSo(Throwable thrown) {
    assertThat(
            ending(
                ground -> {
                  if (thrown instanceof Error error) {
                    throw error;
                  }
                  throw (RuntimeException) thrown;
                }))
        .isExactlyInstanceOf(MojoExecutionException.class)
        .hasMessageContainingAll("a defect in Ocelot, goal check-tags", "-e")
        .hasCause(thrown);
  }

  @Test
  void theMessageHoldsEachProblemAndWhatToDo() {
    assertThat(endingWith(STALE, BUSY))
        .isInstanceOfSatisfying(
            AbstractMojoExecutionException.class,
            ending ->
                assertThat(ending.getMessage())
                    .contains("2 problems", "tags differ [stale]", "a lock is held [busy]")
                    .contains("fix: Mend it: tags differ", "fix: Mend it: a lock is held"));
  }

  @ParameterizedTest
  @CsvSource({
    "USER, tag-mismatch tag-undeclared tag-file-missing unknown-component unknown-distribution",
    "USER, input-missing call-not-static host-script-refused config-invalid build-failed",
    "USER, wrong-architecture",
    "ENVIRONMENT, tool-missing docker-unavailable publish-failed file-access defect",
  })
  void whoseFaultEachProblemIs(Fault fault, String ids) {
    for (String id : ids.split(" ", -1)) {
      assertThat(ALL_IDS)
          .filteredOn(found -> found.text().equals(id))
          .as(id)
          .isNotEmpty()
          .allSatisfy(found -> assertThat(found.fault()).isEqualTo(fault));
    }
  }

  private static List<ProblemId> allIds() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/shaded/"))
            .importPackages("dev.ocelot")
            .stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getRawType().isEquivalentTo(ProblemId.class))
            .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
            .map(GoalRunTest::value)
            .toList();
  }

  private static ProblemId value(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return (ProblemId) reflected.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
