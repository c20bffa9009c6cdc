String log = new File(basedir, 'build.log').text
def (declared, environment) = log.split('tagSource=environment|BUILD SUCCESS', 2)
assert declared.contains('[WARNING] the environment variable HELLO_TAG is not the declared tag [tag-overridden]')
assert declared.contains('2 components, all current')
assert environment =~ /\[ERROR\].*component hello is stale: declared 0123456789abcdef0123456789abcdef, computed 866f44fc1705c3088f8d83f72ebe1d04 \[tag-mismatch\]/
assert !environment.contains('component plain')
