File tags = new File(basedir, 'target/ocelot/tags')
assert !tags.exists() || tags.list().length == 0 : 'what an earlier run left does not stay'
