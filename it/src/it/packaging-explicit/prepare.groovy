// The invoker fills in the version in the POM of a project's own folder only.
basedir.eachFileRecurse(groovy.io.FileType.FILES) {
    if (it.name == 'pom.xml') {
        it.text = it.text.replace('@project.version@', ocelotVersion)
    }
}
// What an earlier run left here is not what is tested.
for (name in ['ocelot/target', 'pom/target', 'jar/target', 'published-ocelot', 'published-pom', 'published-jar']) {
    new File(basedir, name).deleteDir()
}
