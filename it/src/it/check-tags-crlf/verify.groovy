String log = new File(basedir, 'build.log').text
byte[] script = new File(basedir, 'components/hello/build.sh').bytes
def digest = java.security.MessageDigest.getInstance('MD5')
digest.update(script)
digest.update(new File(basedir, 'components/hello/patches/fix.patch').bytes)
assert new File(basedir, 'config/conditional-build-image-tags.yml').text.contains(digest.digest().encodeHex().toString()) : 'the bytes as they are'
assert log =~ /\[WARNING\] components\/hello\/build\.sh.*(CRLF|carriage return|line ends)/
assert log.contains('2 components, all current')
