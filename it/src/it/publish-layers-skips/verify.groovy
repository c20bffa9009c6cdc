List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
for (run in runs[0..2]) {
    assert !run.contains('published version')
}
assert runs[3] =~ /it-arm64-greeting-1_0-local +eu-west-1 +1 +published/
