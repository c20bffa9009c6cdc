assert new File(basedir, 'target/ocelot/tags').list() as List == ['notes'] : 'its own files go, others stay'
assert !new File(basedir, 'target/ocelot/tags.json').exists()
assert new File(basedir, 'build.log').text =~ /\[ERROR\].*hello.*\[tag-mismatch\]/
