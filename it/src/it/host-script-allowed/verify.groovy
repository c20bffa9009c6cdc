String log = new File(basedir, 'build.log').text
assert log.contains('2 components, all current')
