String log = new File(basedir, 'build.log').text
assert log.count(':check-tags ') == 5 && log.count(':verify-tags ') == 5 : 'the root and four modules have them'
assert log.count('2 components, all current') == 2 : 'one check, one verification'
def written = []
basedir.eachFileRecurse { if (it.name.endsWith('_TAG')) { written << it.name } }
assert written.sort() == ['HELLO_TAG', 'PLAIN_TAG']
