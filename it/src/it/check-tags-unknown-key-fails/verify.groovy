String log = new File(basedir, 'build.log').text
assert log =~ /config\/components.yaml:3:5: .*input.*\[config-invalid\]/
assert log.contains('inputs') : 'the near miss is named'
