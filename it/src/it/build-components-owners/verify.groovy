assert new File(basedir, 'one/target/ocelot/components').list() as List == ['greeting']
assert new File(basedir, 'two/target/ocelot/components').list() as List == ['other']
assert new File(basedir, 'build.log').text.contains('build-components (default-cli) @ parent')
assert !new File(basedir, 'target/ocelot/components').exists()
