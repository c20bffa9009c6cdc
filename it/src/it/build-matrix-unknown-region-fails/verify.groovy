String log = new File(basedir, 'build.log').text
assert log.contains('[unknown-region]') && log.contains('Write us-east-1 for us-eest-1')
assert log.contains('[unknown-platform]') && log.contains('Write linux/amd64 for x86_64')
assert log.contains('[unknown-distribution]') && log.contains('Write minimal for minimul')
assert !new File(basedir, 'outputs.txt').exists()
