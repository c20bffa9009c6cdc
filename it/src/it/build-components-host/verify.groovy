List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert runs[0] =~ /greeting arm64 +built +not built before/
assert runs[1] =~ /greeting arm64 +reused/
assert runs[2] =~ /\[ERROR\].*\[host-script-refused\]/
assert runs[2].contains('-Docelot.allowHostScripts=true')

def archive = new java.util.zip.ZipFile(new File(basedir, 'target/ocelot/components/greeting/greeting-arm64.zip'))
def text = { archive.getInputStream(archive.getEntry(it)).text }
assert text('greeting.txt') == 'hello\n'
assert text('facts') == 'linux/arm64 aarch64-linux-gnu 315532800 C.UTF-8\n'
assert text('inherited') == ''
assert new File(basedir, 'config/conditional-build-image-tags.yml').text.contains(text('ocelot/tags/GREETING_TAG'))
archive.close()
