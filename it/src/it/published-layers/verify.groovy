List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
def arn = { region, arch -> "arn:directory:lambda:${region}::layer:it-${arch}-greeting-1_0-local:1" }

String outputs = new File(basedir, 'outputs.txt').text
assert outputs.contains('skip_publish=false')
assert outputs.contains(arn('eu-west-1', 'arm64'))

assert runs[1] =~ /it-arm64-greeting-1_0-local +eu-west-1 +1 +verified/
assert runs[2] =~ /it-amd64-greeting-1_0-local +ca-west-1 +1 +published/
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'target/ocelot/copy-receipts.json')).receipts.size() == 2

String page = new File(basedir, 'layers.md').text
assert page.contains('### greeting Distribution')
assert page.contains("| ca-west-1 | `${arn('ca-west-1', 'arm64')}` | 1_0 |")
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'layers.json')).layers.size() == 6
assert new File(basedir, 'layers.html').text.startsWith('<!DOCTYPE html>')
assert new File(basedir, 'notes.md').text.contains('No layers of this release are published.')
assert runs[7].contains('no published layer holds it')

assert runs[8].contains('[not-confirmed]')
assert runs[9].contains('would delete 2 versions in 2 regions')
assert runs[10] =~ /it-arm64-greeting-1_0-local +eu-west-1 +1 +deleted/
File published = new File(basedir, 'published')
assert !new File(published, 'us-east-1/it-arm64-greeting-1_0-local/1').exists()
assert new File(published, 'ca-west-1/it-arm64-greeting-1_0-local/1').exists()
assert new File(published, '.ocelot/rows').list().count { it.contains('arm64') } == 1

assert runs[11] =~ /it-amd64-greeting-1_0-local +us-east-1 +1 +verified/
assert runs[12].contains('it-arm64-greeting-1_0-local is not published in us-east-1: it has no version there [not-published]')
