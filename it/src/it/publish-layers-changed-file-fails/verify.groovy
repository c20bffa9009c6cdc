String log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] components\/target\/ocelot\/layers\/greeting-arm64.zip: .* is not what .*artifacts.json lists \[artifact-changed\]/
assert log =~ /got: +sha256 [0-9a-f]{64}/
assert log =~ /fix: .*mvn verify/
assert !log.contains('greeting-amd64.zip is not')
assert !new File(basedir, 'published').exists()
