// What an earlier run left here is not what is tested.
for (name in ['ocelot/target', 'pom/target', 'jar/target', 'published-ocelot', 'published-pom', 'published-jar']) {
    new File(basedir, name).deleteDir()
}
