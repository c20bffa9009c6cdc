List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert runs.size() == 2

assert runs[0].contains('layers of this module are published by publish')
assert runs[0] =~ /it-amd64-greeting-1_0-local +us-east-1 +1 +published/
assert runs[0] =~ /it-arm64-greeting-1_0-local +eu-west-1 +1 +published/
assert runs[0].indexOf('SUCCESS') > 0

assert runs[1] =~ /greeting amd64 +reused/
assert runs[1] =~ /it-arm64-greeting-1_0-local +eu-west-1 +1 +(reused|kept)/
assert !runs[1].contains('published version')

List<String> versions = []
new File(basedir, 'published').eachFileRecurse { if (it.name.endsWith('.zip')) versions << it.parentFile.name }
assert versions == ['1'] * 4
