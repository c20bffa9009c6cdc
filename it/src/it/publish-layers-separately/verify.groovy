List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert !runs[0].contains(':publish-layers (')

assert !runs[1].contains(':build-components (')
assert runs[1] =~ /it-arm64-greeting-1_0-local +eu-west-1 +1 +published/
File built = new File(basedir, 'components/target/ocelot/layers/greeting-arm64.zip')
File published = new File(basedir, 'published/eu-west-1/it-arm64-greeting-1_0-local/1/it-arm64-greeting-1_0-local.zip')
assert published.bytes == built.bytes
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'publish/target/ocelot/receipts.json')) != null
