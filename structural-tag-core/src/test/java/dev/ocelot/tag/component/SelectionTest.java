package dev.ocelot.tag.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  private final Problems problems = new Problems();

  private static Components components(String... names) {
    List<Component> all =
        Stream.of(names)
            .map(ComponentName::new)
            .map(
                name ->
                    new Component(
                        name,
                        new OcelotLayout(),
                        new OcelotLayout().scriptOf(name),
                        ComponentSettings.DEFAULT))
            .toList();
    return new Components(new RepositoryRoot(Path.of("/repository")), all);
  }

  private static final Components GREEK = components("alpha", "beta", "delta", "gamma", "my-comp");

  private List<String> select(String names, String include, String exclude) {
    return GREEK
        .select(new ComponentSelection(list(names), list(include), list(exclude)), problems)
        .all()
        .stream()
        .map(c -> c.name().text())
        .toList();
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '', alpha beta delta gamma my-comp",
    "'', ^[a-b].*$, '', alpha beta",
    "'', ^[a-b].*$, ^.*lph.*$, beta",
    "'', '', .*a, my-comp",
    "beta alpha beta, '', '', alpha beta",
    "alpha beta, beta, '', beta",
    "alpha beta, gamma, '', ''",
    "'', alph, '', ''",
    "'', alpha gam+a, '', alpha gamma",
    "'', (?i)ALPHA, '', alpha",
    "'', my.comp, '', my-comp",
    "'', (?P<x>[a-z])l.*(?P=x), '', alpha",
    "'', .*\\Z, alpha|beta, delta gamma my-comp",
  })
  void narrowsDown(String names, String include, String exclude, String selected) {
    assertThat(select(names, include, exclude)).isEqualTo(list(selected));
  }

  @Test
  void takesUnderscoresForHyphensWithAHint() {
    assertThat(select("my_comp", "", "")).containsExactly("my-comp");
    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly("unknown-component: component 'my_comp' is spelt 'my-comp'");
    assertThat(problems.hasErrors()).isFalse();
  }

  @Test
  void refusesUnknownNamesWithTheNearest() {
    assertThat(select("alhpa zzzzzz alpha", "", "")).containsExactly("alpha");
    assertThat(problems.all()).extracting(Problem::id).containsOnly(ProblemId.UNKNOWN_COMPONENT);
    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactly(
            "ocelot.components 'alhpa' is no component",
            "ocelot.components 'zzzzzz' is no component");
    assertThat(problems.all().get(0).remedy()).isEqualTo(Remedy.advice("Did you mean 'alpha'?"));
    assertThat(problems.all().get(1).remedy()).isInstanceOf(Remedy.RunGoal.class);
    assertThat(problems.hasErrors()).isTrue();
  }

  @Test
  void failsWhenNoIncludeMatchesAnything() {
    assertThat(select("", "my_comp", "")).isEmpty();
    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactly("ocelot.include 'my_comp' matches no component");
    assertThat(problems.all().get(0).remedy()).isEqualTo(Remedy.advice("Did you mean 'my-comp'?"));
    assertThat(problems.hasErrors()).isTrue();
  }

  @Test
  void warnsWhenOneIncludeOfSeveralMatchesNothing() {
    assertThat(select("", "alpha alpga", "")).containsExactly("alpha");
    assertThat(problems.all()).hasSize(1);
    assertThat(problems.hasErrors()).isFalse();
  }

  @Test
  void warnsWhenAnExcludeMatchesNothing() {
    assertThat(select("", "alpha", "btea")).containsExactly("alpha");
    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactly("ocelot.exclude 'btea' matches no component");
    assertThat(problems.hasErrors()).isFalse();
  }

  @Test
  void reportsAnExpressionThatIsNone() {
    select("", "al(pha alpha", "");

    assertThat(problems.all())
        .extracting(Problem::toString)
        .containsExactly(
            "config-invalid: ocelot.include 'al(pha' is not a regular expression:"
                + " Unclosed group at character 7");
  }
}
