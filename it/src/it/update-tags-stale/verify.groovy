String log = new File(basedir, 'build.log').text
File tags = new File(basedir, 'config/conditional-build-image-tags.yml')
assert tags.text == """# kept: who looks after these
variables:
  CONDITIONAL_BUILD_HELLO_TAG: '866f44fc1705c3088f8d83f72ebe1d04'  # hello's own comment

  CONDITIONAL_BUILD_PLAIN_TAG: 3bee56528d69073a4cce2c8e9afefb0a
"""
assert log.contains('nothing is stale')
assert tags.parentFile.list().length == 1 : 'no temporary file stays'
