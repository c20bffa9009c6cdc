List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
for (layer in ['amd64', 'arm64']) {
    for (region in ['us-east-1', 'eu-west-1']) {
        assert runs[1].contains("publish it-${layer}-greeting-1_0-local in ${region}: it has no version yet")
        assert runs[3].contains("reuse it-${layer}-greeting-1_0-local in ${region}: version 1")
    }
}
assert !runs[1].contains('published')
