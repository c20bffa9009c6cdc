List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
for (run in runs) {
    assert run =~ /\[ERROR\].*0123456789abcdef0123456789abcdef|got: +0123456789abcdef0123456789abcdef/
    assert run =~ /publish \.+ SKIPPED/
}
assert new File(basedir, 'components/target/ocelot/layers/greeting-arm64.zip').exists()
assert !new File(basedir, 'published').exists()
