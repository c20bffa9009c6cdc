// What an earlier run left here is not what is tested.
for (name in ['target']) {
    new File(basedir, name).deleteDir()
}
