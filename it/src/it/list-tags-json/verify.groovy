def tags = new groovy.json.JsonSlurper().parse(new File(basedir, 'tags.json'))
assert tags.components*.component == ['hello', 'plain']
assert tags.components*.variable == ['HELLO_TAG', 'PLAIN_TAG']
assert tags.components*.state == ['stale', 'undeclared']
assert tags.components[0].declared == '0123456789abcdef0123456789abcdef'
assert tags.components[0].computed == '866f44fc1705c3088f8d83f72ebe1d04'
assert tags.components[0].script == 'components/hello/build.sh'
assert tags.components[0].inputs*.path == ['components/hello/build.sh', 'components/hello/patches/fix.patch']
assert tags.components[0].inputs[1].size == 6
assert tags.components[0].inputs[1].sha256 == '00a9b03b3ae86a6edcfaa878ba4a2bef75110aaca8aff781452b396e5805eb8f'
assert tags.problems == []
assert !new File(basedir, 'target/ocelot').exists()
