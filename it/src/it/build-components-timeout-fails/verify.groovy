String log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] components\/greeting\/build.sh: .*it took longer than 1 s and was ended \[build-failed\]/
assert log =~ /fix: .*timeout:/
assert log =~ /log: \S+greeting-amd64.log/
assert !new File(basedir, 'target/ocelot/components').exists()
