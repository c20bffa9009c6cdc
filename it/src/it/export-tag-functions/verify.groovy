['dash', 'bash'].each { shell ->
  File tags = new File(basedir, 'tags-' + shell)
  def run = [shell, '-c', '. ./functions.sh; ci_tag_build_time_check HELLO_TAG components/hello/patches/fix.patch; echo reached']
      .execute(['PATH=' + System.getenv('PATH'), 'HELLO_TAG=866f44fc1705c3088f8d83f72ebe1d04', 'OCELOT_TAG_DIRECTORY=' + tags], basedir)
  assert run.text.contains('reached')
  assert new File(tags, 'HELLO_TAG').text == '866f44fc1705c3088f8d83f72ebe1d04'
  run = [shell, '-c', '. ./functions.sh; ci_tag_build_time_check HELLO_TAG; echo reached']
      .execute(['PATH=' + System.getenv('PATH'), 'HELLO_TAG=866f44fc1705c3088f8d83f72ebe1d04', 'OCELOT_TAG_DIRECTORY=' + tags], basedir)
  assert !run.text.contains('reached') : 'a mismatch ends the script without set -e'
  assert run.waitFor() == 2
}
return true
