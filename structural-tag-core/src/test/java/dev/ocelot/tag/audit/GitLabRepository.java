package dev.ocelot.tag.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.problem.Problems;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.component.Components;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.ComponentInputs;
import dev.ocelot.tag.script.ScriptEvaluator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A repository in the GitLab CI layout with two components that are wired without a flaw. */
final class GitLabRepository {
  static final String ALPHA = ".gitlab-ci/container/build-alpha.sh";
  static final String JOBS = ".gitlab-ci/container/gitlab-ci-inc.yml";
  static final String IMAGES = ".gitlab-ci/container/gitlab-ci.yml";
  static final String TESTS = ".gitlab-ci/test/gitlab-ci-inc.yml";
  static final String DECLARED = ".gitlab-ci/conditional-build-image-tags.yml";
  static final String IMAGE_TAGS = ".gitlab-ci/image-tags.yml";
  static final String DRIVER = "src/drv/ci/gitlab-ci.yml";

  final Path root;

  GitLabRepository(Path root) throws Exception {
    this.root = root;
    pipeline();
    jobs();
    scripts();
  }

  private void pipeline() throws Exception {
    write(
        ".gitlab-ci.yml",
        """
        spec:
          inputs:
            jobs: {default: all}
        ---
        stages: [container, test]
        include:
          - project: other/templates
            file: /templates/debian.yml
          - local: '/.gitlab-ci/container/gitlab-ci.yml'
          - local: .gitlab-ci/image-tags.yml
          - local: 'src/**/ci/*.yml'
          - https://example.org/x.yml
        """);
    write(
        DECLARED,
        """
        variables:
          CONDITIONAL_BUILD_ALPHA_TAG: 0c22f62ec0cdf4eff7a321b144842e89
          CONDITIONAL_BUILD_BETA_TWO_TAG: 51e4e44217551f96f5537e07b36d5a31
        """);
    write(
        IMAGE_TAGS,
        """
        include: .gitlab-ci/conditional-build-image-tags.yml
        variables:
          DEBIAN_GL_TAG: "20260715-old"  # shared
          DEBIAN_VK_TAG: 20260714-old
          KERNEL_TAG: v7
        """);
    write(
        DRIVER,
        """
        drv-gl:
          extends: [.test-alpha, .drv]
          script: install/deqp-runner.sh
        drv-beta:
          extends:
            - .drv
            - .test-beta-two
          variables:
            HWCI_TEST_SCRIPT: /install/beta-runner.sh --all
        .drv:
          tags: !reference [drv-gl, tags]
          variables: {GPU: {value: x}}
        """);
  }

  private void jobs() throws Exception {
    write(
        JOBS,
        """
        .container:
          variables:
            CI_BUILD_COMPONENTS: "$CI_BUILD_COMPONENTS_ALPHA ${CI_BUILD_COMPONENTS_BETA_TWO}"
        .container-builds-alpha:
          variables:
            ALPHA_TAG: "${CONDITIONAL_BUILD_ALPHA_TAG}"
            CI_BUILD_COMPONENTS_ALPHA: alpha
        .container-builds-beta-two:
          variables:
            BETA_TWO_TAG: $CONDITIONAL_BUILD_BETA_TWO_TAG
            CI_BUILD_COMPONENTS_BETA_TWO: beta-two
        .container-builds-gl:
          extends: [.container-builds-alpha, .container-builds-beta-two]
        """);
    write(
        IMAGES,
        """
        include: {local: .gitlab-ci/container/gitlab-ci-inc.yml}
        debian/gl:
          extends: [.container, .container-builds-gl, .fdo.container-build]
        """);
    write(
        TESTS,
        """
        .test-alpha:
          variables:
            ALPHA_TAG: ${CONDITIONAL_BUILD_ALPHA_TAG}
        .test-beta-two:
          variables:
            BETA_TWO_TAG: ${CONDITIONAL_BUILD_BETA_TWO_TAG}
        .test-gl:
          stage: test
        """);
  }

  private void scripts() throws Exception {
    write(
        ALPHA,
        """
        #!/usr/bin/env bash
        # When changing this file, you need to bump the following
        # .gitlab-ci/image-tags.yml tags:
        # DEBIAN_GL_TAG
        # DEBIAN_VK_TAG

        set -uex
        ci_tag_build_time_check "ALPHA_TAG" .gitlab-ci/alpha.patch
        pushd /alpha
        patch -p1 <"$OLDPWD/.gitlab-ci/alpha.patch"
        """);
    write(
        ".gitlab-ci/container/build-beta-two.sh",
        """
        #!/bin/bash
        set -e
        ci_tag_build_time_check "BETA_TWO_TAG"
        # bump DEBIAN_GL_TAG and KERNEL_TAG: below the call this means nothing
        make
        """);
    write(".gitlab-ci/container/build-plain.sh", "make\n");
    write(".gitlab-ci/alpha.patch", "A");
    write(".gitlab-ci/beta.patch", "B");
    write(
        ".gitlab-ci/deqp-runner.sh",
        "if [ -n \"${BETA_TWO_TAG}\" ]; then\n  ci_tag_test_time_check \"BETA_TWO_TAG\"\nfi\n");
    write(".gitlab-ci/beta-runner.sh", "set -e\nci_tag_test_time_check BETA_TWO_TAG\n");
  }

  GitLabRepository write(String file, String text) throws Exception {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return this;
  }

  /** Replaces text that must be there. */
  GitLabRepository replace(String file, String old, String text) throws Exception {
    String before = Files.readString(root.resolve(file));
    assertThat(before).contains(old);
    return write(file, before.replace(old, text));
  }

  List<Finding> audit() {
    return audit(StaleComponents.of(Map.of(), LocalDate.of(2026, 11, 21)));
  }

  List<Finding> audit(StaleComponents stale) {
    Problems problems = new Problems();
    Components components = Components.discover(RepositoryRoot.of(root), problems);
    assertThat(problems.all()).isEmpty();
    RepositoryRoot at = components.root();
    return new Audit(
            components, new ComponentInputs(at, new TagCalculator(root), ScriptEvaluator.REFUSING))
        .run(stale);
  }

  static List<String> brief(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                finding.rule().severity()
                    + " "
                    + finding.rule()
                    + " "
                    + finding.subject()
                    + " "
                    + finding.location())
        .toList();
  }
}
