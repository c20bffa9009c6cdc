String log = new File(basedir, 'build.log').text
assert new File(basedir, 'config/conditional-build-image-tags.yml').text == """other:
- a
- b
variables:
  CONDITIONAL_BUILD_HELLO_TAG: 866f44fc1705c3088f8d83f72ebe1d04
  CONDITIONAL_BUILD_PLAIN_TAG: 3bee56528d69073a4cce2c8e9afefb0a
""" : 'as PyYAML writes it'
assert log.contains('nothing is stale') : 'the second time'
assert log.contains('2 components, all current')
