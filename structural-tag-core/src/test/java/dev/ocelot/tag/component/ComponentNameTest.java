package dev.ocelot.tag.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentNameTest {
  @ParameterizedTest
  @CsvSource({
    "foo, FOO_TAG",
    "my-component, MY_COMPONENT_TAG",
    "foo-bar-baz, FOO_BAR_BAZ_TAG",
    "another_component, ANOTHER_COMPONENT_TAG",
    "und_sc, UND_SC_TAG",
    "123service, 123SERVICE_TAG",
    "vkd3d-proton, VKD3D_PROTON_TAG",
    "foo-tag, FOO_TAG_TAG",
    "i, I_TAG",
    "a--b, A__B_TAG",
    "x-, X__TAG",
  })
  void givesVariableAndDeclaredKey(String name, String variable) {
    ComponentName component = new ComponentName(name);

    assertThat(component.variable()).isEqualTo(variable);
    assertThat(component.declaredKey()).isEqualTo("CONDITIONAL_BUILD_" + variable);
  }

  @ParameterizedTest
  @CsvSource({
    "foo, .gitlab-ci/container/build-foo.sh, components/foo/build.sh",
    "my-component, .gitlab-ci/container/build-my-component.sh, components/my-component/build.sh",
    "und_sc, .gitlab-ci/container/build-und_sc.sh, components/und_sc/build.sh",
  })
  void givesTheScriptOfEachLayout(String name, String gitLabCi, String ocelot) {
    ComponentName component = new ComponentName(name);

    assertThat(new GitLabCiLayout().scriptOf(component)).isEqualTo(gitLabCi);
    assertThat(new OcelotLayout().scriptOf(component)).isEqualTo(ocelot);
    assertThat(new GitLabCiLayout().jobOf(component)).isEqualTo(".container-builds-" + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-a", "_a", "A", "UpperCase", "a.b", "a b", "a/b", "é", "a\n", "..", "a\0"})
  void refusesWhatIsNoName(String text) {
    assertThat(ComponentName.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new ComponentName(text));
  }

  @ParameterizedTest
  @CsvSource({
    "FOO_TAG, foo",
    "MY_COMP_TAG, my-comp",
    "FOO_TAG_TAG, foo-tag",
    "UND_SC_TAG, und-sc",
  })
  void isFoundByItsVariable(String variable, String name) {
    assertThat(ComponentName.ofVariable(variable)).contains(new ComponentName(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_TAG", "FOO", "FOO_TAGS", "_FOO_TAG", "É_TAG"})
  void isNotFoundByAnyOtherText(String variable) {
    assertThat(ComponentName.ofVariable(variable)).isEmpty();
  }

  @Test
  void takesHyphensAndUnderscoresAsOneForItsVariable() {
    ComponentName hyphens = new ComponentName("my-c");
    ComponentName underscores = new ComponentName("my_c");

    assertThat(hyphens.variable()).isEqualTo(underscores.variable());
    assertThat(hyphens.canonical()).isEqualTo(underscores.canonical());
    assertThat(hyphens).isNotEqualTo(underscores).isLessThan(underscores);
  }
}
