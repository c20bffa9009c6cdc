String log = new File(basedir, 'build.log').text
assert log =~ /config\/distributions.yaml:12:16: .*forwarder.*\[input-missing\]/
assert log.contains('Write forward.yaml for forwarder.yaml')
assert log =~ /config\/component_dependencies.yaml:2:38: .*example.com\/otel\/events.*\[config-invalid\]/
