def document = new groovy.json.JsonSlurper().parse(new File(basedir, 'distributions.json'))
assert document.distributions*.name == ['forwarder', 'minimal']
def forwarder = document.distributions[0]
assert forwarder.base == 'minimal'
assert forwarder.tags == ['lambdacomponents.connector.events', 'lambdacomponents.custom',
  'lambdacomponents.exporter.otlphttp', 'lambdacomponents.receiver.otlp']
assert forwarder.build_tags == forwarder.tags.join(',')
assert forwarder.components == ['lambdacomponents.connector.events']
assert forwarder.modules == [[path: 'example.com/otel/events', version: 'v0.6.0']]
assert forwarder.config_file == 'forwarder.yaml'
assert document.distributions[1].config_file == null
assert document.overrides*.version == ['v0.38.0']
assert document.problems == []
String log = new File(basedir, 'build.log').text
assert log =~ /forwarder +minimal +forwarder.yaml +lambdacomponents.connector.events +example.com\/otel\/events@v0.6.0/
assert log.contains('1 distribution')
assert !new File(basedir, 'target').exists()
