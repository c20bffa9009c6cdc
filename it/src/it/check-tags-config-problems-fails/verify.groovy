String log = new File(basedir, 'build.log').text
// All of them at once, each with its place and where there is one the right name.
assert log =~ /\[ERROR\] config\/components\.yaml:3:5: .*evaluaton.*\[config-invalid\]/
assert log.contains('evaluation')
assert log =~ /\[ERROR\] config\/components\.yaml:4:3: .*'plan'/
assert log.contains("Write 'plain' for 'plan'")
assert log =~ /\[ERROR\] config\/components\.yaml:7:18: /
def problems = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/ocelot/problems.json')).problems
assert problems.size() == 3
