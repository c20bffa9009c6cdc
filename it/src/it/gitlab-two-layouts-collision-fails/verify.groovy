String log = new File(basedir, 'build.log').text
assert log.count('component alpha lies in two layouts: ') >= 2 : 'for both goals'
assert log.contains('.gitlab-ci/container/build-alpha.sh') && log.contains('components/alpha/build.sh')
assert log.contains('[config-invalid]')
assert !new File(basedir, 'config').exists() : 'nothing is written'
assert new File(basedir, '.gitlab-ci/conditional-build-image-tags.yml').text.contains('072b408a5717d966b056b8e23424d807')
