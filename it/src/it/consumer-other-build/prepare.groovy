// The invoker fills in the version in the POM of a project's own folder only.
basedir.eachFileRecurse(groovy.io.FileType.FILES) {
    if (it.name == 'pom.xml') {
        it.text = it.text.replace('@project.version@', ocelotVersion)
    }
}
// What an earlier run left, here and in the local repository, is not what is tested.
for (name in ['target', 'producer/target', 'consumer/target']) {
    new File(basedir, name).deleteDir()
}
new File(localRepositoryPath, 'it/consumer-other-build').deleteDir()
