List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert runs[1].contains('nothing is stale')
assert !runs[3].contains('nothing is stale')
assert runs[3] =~ /changed.*components\/hello\/patches\/fix\.patch|components\/hello\/patches\/fix\.patch.*changed/
assert runs[3].contains('mvn ocelot:update-tags -Docelot.components=hello')
