List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert runs[2] =~ /repair it-arm64-greeting-1_0-local in us-east-1: .*its row is missing/
assert runs[2] =~ /repair it-amd64-greeting-1_0-local in eu-west-1: .*it is not public/
