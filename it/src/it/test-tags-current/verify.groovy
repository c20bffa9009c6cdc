List<String> log = new File(basedir, 'build.log').readLines()
assert log.any { it.endsWith('tested with the expected tag: hello') }
