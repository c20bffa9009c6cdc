List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert !runs[0].contains('[ERROR]') : 'nothing to do'
assert runs[1] =~ /\[ERROR\] .*config\/conditional-build-image-tags\.yml.*\[config-invalid\]/
assert runs[1].contains('mvn ocelot:init-tag -Docelot.component=my-component')
