String log = new File(basedir, 'build.log').text
assert new File(basedir, 'config/conditional-build-image-tags.yml').text == """variables:
  CONDITIONAL_BUILD_HELLO_TAG: 866f44fc1705c3088f8d83f72ebe1d04
"""
assert log =~ /ocelot.components .helo. is no component/
assert log.contains('[unknown-component]')
assert log.contains("'hello'") : 'the near miss is named'
