String log = new File(basedir, 'build.log').text
assert log =~ /\[ERROR\].*hello.*0123456789abcdef0123456789abcdef.*866f44fc1705c3088f8d83f72ebe1d04.*\[tag-mismatch\]/
assert !(log =~ /\[ERROR\].*plain/) : 'a component that is current is not named'
assert log.contains('ocelot:update-tags -Docelot.components=hello')
assert new File(basedir, 'target/ocelot/problems.json').text.contains('"id": "tag-mismatch"')
assert log.contains('MojoFailureException') && !log.contains('MojoExecutionException') : 'it is the user who must mend it'
