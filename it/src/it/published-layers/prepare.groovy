// What an earlier run left here is not what is tested.
for (name in ['target', 'published', 'layers.md', 'layers.html', 'layers.json', 'notes.md', 'outputs.txt']) {
    def file = new File(basedir, name)
    file.isDirectory() ? file.deleteDir() : file.delete()
}
