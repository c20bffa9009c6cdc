String log = new File(basedir, 'build.log').text
String script = new File(basedir, 'components/new-part/build.sh').text
assert script.contains('ci_tag_build_time_check')
assert script.contains('NEW_PART_TAG')
assert log.contains('3 components, all current')
