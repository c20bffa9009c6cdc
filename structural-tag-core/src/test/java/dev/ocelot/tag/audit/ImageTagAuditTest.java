package dev.ocelot.tag.audit;

import static dev.ocelot.tag.audit.GitLabRepository.IMAGE_TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.ComponentName;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTagAuditTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);
  private static final Tag TAG = new Tag("0c22f62ec0cdf4eff7a321b144842e89");
  private static final ComponentName ALPHA = new ComponentName("alpha");
  private static final ComponentName BETA = new ComponentName("beta-two");

  @TempDir Path folder;

  @Test
  void aStaleComponentAsksForTheBumpsThatItsScriptNames() throws Exception {
    StaleComponents stale = StaleComponents.of(Map.of(ALPHA, TAG), DAY);
    String value = stale.imageTag(List.of(ALPHA));
    List<Finding> findings = new GitLabRepository(folder).audit(stale);
    assertThat(GitLabRepository.brief(findings))
        .containsExactly(
            "notice image-tag-bump DEBIAN_GL_TAG " + IMAGE_TAGS + ":3:18",
            "notice image-tag-bump DEBIAN_VK_TAG " + IMAGE_TAGS + ":4:18");
    assertThat(findings.get(0).got()).isEqualTo("20260715-old");
    assertThat(findings.get(0).expected()).isEqualTo(value);
    assertThat(findings.get(0).message())
        .isEqualTo("DEBIAN_GL_TAG must change with alpha, or the image is not built again");
    assertThat(findings.get(0).remedy())
        .isEqualTo(
            Remedy.advice("Set DEBIAN_GL_TAG to \"" + value + "\" in .gitlab-ci/image-tags.yml"));
  }

  @Test
  void aBumpThatWasMadeIsNotAskedForAgain() throws Exception {
    StaleComponents stale = StaleComponents.of(Map.of(ALPHA, TAG), DAY);
    GitLabRepository repository = new GitLabRepository(folder);
    repository.replace(IMAGE_TAGS, "20260715-old", stale.imageTag(List.of(ALPHA)));
    assertThat(GitLabRepository.brief(repository.audit(stale)))
        .containsExactly("notice image-tag-bump DEBIAN_VK_TAG " + IMAGE_TAGS + ":4:18");
  }

  @Test
  void componentsThatShareAnImageShareItsTag() throws Exception {
    StaleComponents stale = StaleComponents.of(Map.of(BETA, TAG, ALPHA, TAG), DAY);
    GitLabRepository repository =
        new GitLabRepository(folder)
            .replace(
                ".gitlab-ci/container/build-beta-two.sh",
                "set -e\n",
                "# Bump DEBIAN_GL_TAG too.\nset -e\n");
    assertThat(repository.audit(stale).get(0).message())
        .isEqualTo(
            "DEBIAN_GL_TAG must change with alpha, beta-two, or the image is not built again");
    assertThat(stale.imageTag(List.of(BETA, ALPHA)))
        .isEqualTo(stale.imageTag(List.of(ALPHA, BETA)))
        .isNotEqualTo(stale.imageTag(List.of(ALPHA)));
  }

  @ParameterizedTest
  @CsvSource({
    "a, 20260102-a-, 15",
    "alpha, 20260102-alpha-, 19",
    "vkd3-proton, 20260102-vkd3-, 18"
  })
  void theProposalFits(String name, String begins, int length) {
    ComponentName component = new ComponentName(name);
    String value = StaleComponents.of(Map.of(component, TAG), DAY).imageTag(List.of(component));
    assertThat(value).startsWith(begins).hasSize(length).matches("[0-9]{8}-[a-z0-9-]+[0-9a-f]{4}");
  }
}
