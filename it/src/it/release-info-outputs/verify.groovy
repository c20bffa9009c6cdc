def release = new groovy.json.JsonSlurper().parse(new File(basedir, 'release.json'))
assert release.tag == 'forwarder-v0.126.0-beta'
assert release.title == 'forwarder | 0.126.0 | beta'
assert release.distribution_description == 'With logs made from spans.\nFor forwarding.'
String outputs = new File(basedir, 'outputs.txt').text
assert outputs.startsWith('tag=forwarder-v0.126.0-beta\ntitle=forwarder | 0.126.0 | beta\nbuild_tags=lambdacomponents.connector.events,')
assert outputs =~ /(?s)distribution_description<<(\S+)\nWith logs made from spans.\nFor forwarding.\n\1\n/
assert outputs.endsWith('collector_version=v0.126.0\ndistribution=forwarder\nrelease_group=beta\n')
assert new File(basedir, 'summary.md').text.contains('| tag | `forwarder-v0.126.0-beta` |')
assert new File(basedir, 'release.env').readLines()[0] == 'TAG=minimal-v0.126.0-prod'
assert new File(basedir, 'build.log').text.contains('tag: minimal-v0.127.0-prod')
