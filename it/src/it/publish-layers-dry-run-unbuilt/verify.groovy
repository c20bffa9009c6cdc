String log = new File(basedir, 'build.log').text
assert log =~ /greeting amd64 +build/
assert !new File(basedir, 'published').exists()
assert !new File(basedir, 'components/target/ocelot/components').exists()
