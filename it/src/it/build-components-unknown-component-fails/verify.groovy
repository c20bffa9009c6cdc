List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
for (run in runs[0..1]) {
    assert run =~ /\[ERROR\].*\[unknown-component\]/
    assert run =~ /greeting/
}
assert runs[2] =~ /greeting amd64 +built/
