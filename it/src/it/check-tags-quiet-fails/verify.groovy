// What a quiet Maven prints before its own account of the failure: the stale components and one remedy, nothing else.
def said = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[') }.takeWhile { !it.contains('Failed to execute goal') }
assert said == [
    '[ERROR] config/conditional-build-image-tags.yml:2:32: component hello is stale: declared 0123456789abcdef0123456789abcdef, computed 866f44fc1705c3088f8d83f72ebe1d04 [tag-mismatch]',
    '[ERROR] config/conditional-build-image-tags.yml: component other has no declared tag under CONDITIONAL_BUILD_OTHER_TAG, computed bee7ef71df7e387d2956b23fc297d6c0 [tag-undeclared]',
    '[ERROR]     fix:      declare the computed tags: mvn ocelot:update-tags -Docelot.components=hello,other',
]
