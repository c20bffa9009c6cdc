// What an earlier run left here is not what is tested.
for (name in ['target', 'one/target', 'two/target']) {
    new File(basedir, name).deleteDir()
}
