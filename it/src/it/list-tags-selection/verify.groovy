String log = new File(basedir, 'build.log').text
def names = { new groovy.json.JsonSlurper().parse(new File(basedir, it)).components*.component }
assert names('named.json') == ['two-words']
assert log.contains("[WARNING] component 'two_words' is spelt 'two-words' [unknown-component]")
assert names('included.json') == ['hello']
assert log.contains("[WARNING] ocelot.include 'plan' matches no component [unknown-component]")
assert log.contains("Did you mean 'plain'?")
assert names('excluded.json') == ['hello', 'two-words']
assert log.contains("[WARNING] ocelot.exclude 'hallo' matches no component [unknown-component]")
assert log.contains("[ERROR] ocelot.include 'hel' matches no component [unknown-component]") : 'a whole name must match'
assert log.contains("[ERROR] ocelot.components 'helo' is no component [unknown-component]")
assert log.contains("Did you mean 'hello'?")
assert log.contains("[ERROR] ocelot.components 'something-else' is no component [unknown-component]")
assert log =~ /\[ERROR\] .*he\[.*\[config-invalid\]/
