String log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\].*hello.*\[wrong-architecture\]/
assert log.contains('linux/arm64')
assert !new File(basedir, 'target/ocelot/components').exists()
assert !new File(basedir, 'target/store/entries').list()
