String log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\].*plain.*\[tag-undeclared\]/
assert !(log =~ /\[ERROR\].*hello/)
