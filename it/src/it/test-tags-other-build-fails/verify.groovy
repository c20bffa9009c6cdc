String log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\].*hello/
assert log.contains('0123456789abcdef0123456789abcdef') && log.contains('866f44fc1705c3088f8d83f72ebe1d04')
