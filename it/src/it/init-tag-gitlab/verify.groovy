String log = new File(basedir, 'build.log').text
String script = new File(basedir, '.gitlab-ci/container/build-new-part.sh').text
String tag = java.security.MessageDigest.getInstance('MD5').digest(script.bytes).encodeHex().toString()
assert script.contains('ci_tag_build_time_check "NEW_PART_TAG"')
assert new File(basedir, '.gitlab-ci/container/build-new-part.sh').canExecute()
assert new File(basedir, '.gitlab-ci/conditional-build-image-tags.yml').text ==
    'variables:\n  CONDITIONAL_BUILD_ALPHA_TAG: 072b408a5717d966b056b8e23424d807\n  CONDITIONAL_BUILD_NEW_PART_TAG: ' + tag + '\n'
String jobs = new File(basedir, '.gitlab-ci/container/gitlab-ci-inc.yml').text
assert jobs.contains('''.container-builds-new-part:
  variables:
    NEW_PART_TAG: "\${CONDITIONAL_BUILD_NEW_PART_TAG}"
    CI_BUILD_COMPONENTS_NEW_PART: new-part
''')
assert jobs.contains('CI_BUILD_COMPONENTS: "\$CI_BUILD_COMPONENTS_ALPHA \$CI_BUILD_COMPONENTS_NEW_PART"')
assert jobs.count('container-builds-new-part') == 1
assert log.contains('2 components, all current')
assert log.contains('[component-exists]') : 'a second time'
assert log.contains("'new_part'") : 'a name that the shell functions would not find'
assert !new File(basedir, 'components').exists() && !new File(basedir, 'target').exists()
