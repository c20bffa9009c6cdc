File tags = new File(basedir, 'target/ocelot/tags')
assert new File(tags, 'HELLO_TAG').text == '866f44fc1705c3088f8d83f72ebe1d04'
assert new File(tags, 'PLAIN_TAG').text == '3bee56528d69073a4cce2c8e9afefb0a'
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'target/ocelot/tags.json')) != null
