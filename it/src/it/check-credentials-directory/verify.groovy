String log = new File(basedir, 'build.log').text
assert log.contains('none is needed')
assert log.contains('0 layers are there')
assert log.contains('layers in AWS cannot be reached offline [offline]')
assert !new File(basedir, 'published').exists() : 'asking changes nothing'
