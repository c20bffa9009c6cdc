// What an earlier run left here is not what is tested.
for (name in ['target', 'components/target', 'tests/target', 'publish/target', 'published']) {
    new File(basedir, name).deleteDir()
}
