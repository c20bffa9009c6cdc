String log = new File(basedir, 'build.log').text
assert log.contains('2 components, all current')
assert !new File(basedir, 'target/ocelot').exists() : 'a check writes nothing'
