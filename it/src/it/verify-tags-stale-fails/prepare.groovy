// What an earlier run left, when everything was current.
File tags = new File(basedir, 'target/ocelot/tags')
tags.mkdirs()
new File(tags, 'HELLO_TAG') << '0123456789abcdef0123456789abcdef'
new File(tags, 'notes') << 'not a tag file'
new File(basedir, 'target/ocelot/tags.json') << '{}'
return true
