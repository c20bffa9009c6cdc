// The root of a repository, so that the one around it is not taken for it.
assert new File(basedir, '.git').mkdir()
