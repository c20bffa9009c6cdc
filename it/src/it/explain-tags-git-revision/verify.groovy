String log = new File(basedir, 'build.log').text
def stale = new groovy.json.JsonSlurper().parse(new File(basedir, 'stale.json'))
assert stale.stale*.component == ['gitted']
assert stale.fix.contains(':update-tags -Docelot.components=gitted')
assert log.contains('components/gitted/patches/fix.patch')
assert log.contains('1ba3337aa5876d876edd4a385cb7c94a') : 'the declared tag'
assert log =~ /(?i)changed/
assert log.contains(':update-tags -Docelot.components=gitted')
