// What an earlier run left here is not what is tested.
for (name in ['target', 'components/target', 'published']) {
    new File(basedir, name).deleteDir()
}
