// What an earlier run left, here and in the local repository, is not what is tested.
for (name in ['target', 'components/target', 'consumer/target']) {
    new File(basedir, name).deleteDir()
}
new File(localRepositoryPath, 'it/consumer-test-alone-fails').deleteDir()
