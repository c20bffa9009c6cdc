String log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\] .*component greeting belongs to two modules: one and two \[config-invalid\]/
assert log =~ /fix: .*<components>/
assert !new File(basedir, 'one/target/ocelot/components').exists()
