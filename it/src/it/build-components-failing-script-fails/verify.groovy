String log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] components\/greeting\/build.sh: .*greeting.* failed: .*build.sh returned 7 \[build-failed\]/
assert log.contains('| it began') && log.contains('| it broke')

// The log that it names is there.
String named = (log =~ /log: (\S+greeting-amd64.log)/)[0][1]
assert new File(named).canonicalFile == new File(basedir, 'target/ocelot/logs/greeting-amd64.log').canonicalFile
assert new File(named).readLines().sort() == ['it began', 'it broke']
assert !new File(basedir, 'target/ocelot/components').exists()
assert !new File(basedir, 'target/ocelot/artifacts.json').exists()
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'target/ocelot/problems.json')).toString().contains('build-failed')
