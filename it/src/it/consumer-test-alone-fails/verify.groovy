List<String> runs = new File(basedir, 'build.log').text.split('Scanning for projects').tail()
assert runs[0] =~ /\[ERROR\].*mvn verify/
assert new File(basedir, 'consumer/target/dependency/greeting.txt').text == 'hello\n'
