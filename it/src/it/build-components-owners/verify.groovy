assert new File(basedir, 'one/target/ocelot/components').list() as List == ['greeting']
assert new File(basedir, 'two/target/ocelot/components').list() as List == ['other']
