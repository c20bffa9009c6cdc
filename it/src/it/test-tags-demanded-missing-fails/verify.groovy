String log = new File(basedir, 'build.log').text
assert log.contains('[tag-file-missing]')
assert log =~ /\[ERROR\].*hello/
