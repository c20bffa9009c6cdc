String log = new File(basedir, 'build.log').text
assert log.count('2 components, all current') == 2 : 'once for the phase, once by name'
