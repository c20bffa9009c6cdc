def git = { String... words ->
    def process = new ProcessBuilder(['git', '-c', 'user.name=it', '-c', 'user.email=it@example.org'] + words.toList())
        .directory(basedir).redirectErrorStream(true).start()
    String said = process.inputStream.text
    assert process.waitFor() == 0 : said
}
git('init', '-q')
git('add', 'components', 'config')
git('commit', '-q', '-m', 'a first state')
new File(basedir, 'components/gitted/patches/fix.patch').text = 'one\r\ntwo\r\n'
git('commit', '-q', '-a', '-m', 'other line ends')
new File(basedir, 'components/gitted/patches/fix.patch').text = 'one\nthree\n'
return true
