def files = { String folder ->
    File base = new File(basedir, folder)
    Map<String, String> found = new TreeMap<>()
    base.eachFileRecurse(groovy.io.FileType.FILES) {
        found[base.toPath().relativize(it.toPath()).toString()] = it.bytes.encodeHex().toString()
    }
    found
}
def built = files('ocelot/target/ocelot').findAll { !it.key.startsWith('logs') && it.key != 'receipts.json' }
assert built.keySet().containsAll(['artifacts.json', 'components/greeting/greeting-amd64.zip', 'layers/greeting-arm64.zip.json', 'tags/GREETING_TAG'])
for (folder in ['pom', 'jar']) {
    def same = files(folder + '/target/ocelot').findAll { !it.key.startsWith('logs') && it.key != 'receipts.json' }
    assert same.keySet() == built.keySet()
    assert same.every { built[it.key] == it.value }
}

for (folder in ['ocelot', 'pom', 'jar']) {
    assert files('published-' + folder).keySet().count { it.endsWith('.zip') } == 4
    Set<String> installed = new File(localRepositoryPath, "it/packaging-explicit/${folder}/1").list() as Set
    for (name in ['greeting-amd64.zip', 'greeting-amd64.json', 'greeting-arm64.zip', 'greeting-arm64.json']) {
        assert installed.contains("${folder}-1-${name}".toString())
    }
}

// The main file stays what the packaging makes it.
File repository = new File(localRepositoryPath, 'it/packaging-explicit')
assert new File(repository, 'ocelot/1/ocelot-1.json').bytes == new File(basedir, 'ocelot/target/ocelot/artifacts.json').bytes
assert new java.util.zip.ZipFile(new File(repository, 'jar/1/jar-1.jar')).withCloseable { it.getEntry('META-INF/MANIFEST.MF') } != null
assert !new File(repository, 'jar/1/jar-1.json').exists()
