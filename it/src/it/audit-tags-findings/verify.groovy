String log = new File(basedir, 'build.log').text
def found = new groovy.json.JsonSlurper().parse(new File(basedir, 'findings.json')).findings
def one = { rule -> assert found.count { it.rule == rule } == 1 : rule; found.find { it.rule == rule } }

assert one('hidden-job-missing').with { severity == 'error' && message.contains('build-lone.sh') }
assert one('declared-key-orphan').with { subject == 'CONDITIONAL_BUILD_GONE_TAG' && line == 3 && column == 3 }
assert one('input-undeclared').with { file == '.gitlab-ci/container/build-alpha.sh' && line == 9 && message.contains('forgotten.patch') }
def bump = one('image-tag-bump')
assert bump.subject == 'DEBIAN_GL_TAG' && bump.file == '.gitlab-ci/image-tags.yml' && bump.line == 3
assert bump.got == '20260715-old' && bump.expected ==~ /\d{8}-alpha-[0-9a-f]{4}/

found.each { assert log.contains("[${it.rule}]") : 'the text has it too' }
assert log =~ /\[ERROR\].*build-lone\.sh.*\[hidden-job-missing\]/
assert log =~ /\[WARNING\] \.gitlab-ci\/conditional-build-image-tags\.yml:3:3: .*\[declared-key-orphan\]/
assert log.contains('Set DEBIAN_GL_TAG to "' + bump.expected + '" in .gitlab-ci/image-tags.yml')
assert new File(basedir, '.gitlab-ci/conditional-build-image-tags.yml').text.count('0123456789abcdef') == 4 : 'nothing is written'
