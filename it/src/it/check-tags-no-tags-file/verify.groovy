String log = new File(basedir, 'build.log').text
assert log.contains('config/conditional-build-image-tags.yml')
