List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert runs[0] =~ /\[ERROR\].*\[docker-unavailable\]/
assert runs[0].findAll(/\[ERROR\].*\[docker-unavailable\]/).size() <= 2
assert runs[0] =~ /fix: .*DOCKER_HOST/
assert runs[0].contains('MojoExecutionException') && !runs[0].contains('MojoFailureException') : 'it is no fault of the user'
assert runs[1] =~ /greeting amd64 +built/
assert runs[2] =~ /greeting amd64 +reused/

for (machine in [amd64: 'x86_64', arm64: 'aarch64']) {
    def archive = new java.util.zip.ZipFile(new File(basedir, "target/ocelot/components/greeting/greeting-${machine.key}.zip"))
    assert archive.getInputStream(archive.getEntry('machine')).text.trim() == machine.value
    archive.close()
}
