String log = new File(basedir, 'build.log').text
def tags = new groovy.json.JsonSlurper().parse(new File(basedir, 'tags.json')).components
assert tags.collectEntries { [it.component, it.state] } == [alpha: 'stale', hello: 'stale', plain: 'current']
assert tags*.script == ['.gitlab-ci/container/build-alpha.sh', 'components/hello/build.sh', 'components/plain/build.sh']
assert log.contains('declared 2 tags')
assert log.contains('3 components, all current')
assert new File(basedir, '.gitlab-ci/conditional-build-image-tags.yml').text == '# kept\nvariables:\n  CONDITIONAL_BUILD_ALPHA_TAG: 072b408a5717d966b056b8e23424d807\n'
assert new File(basedir, 'config/conditional-build-image-tags.yml').text ==
    'variables:\n  CONDITIONAL_BUILD_HELLO_TAG: 866f44fc1705c3088f8d83f72ebe1d04\n  CONDITIONAL_BUILD_PLAIN_TAG: 3bee56528d69073a4cce2c8e9afefb0a\n'
