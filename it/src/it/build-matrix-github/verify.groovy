assert new File(basedir, 'outputs.txt').readLines() == [
  'build_jobs={"architecture":["amd64","arm64"]}',
  'release_jobs={"architecture":["amd64","arm64"],"aws-region":["us-east-1"]}']
def matrix = new groovy.json.JsonSlurper().parse(new File(basedir, 'matrix.json'))
assert matrix.build_jobs == [distribution: ['forwarder', 'minimal'], architecture: ['arm64']]
assert matrix.release_jobs['aws-region'].size() == 13
// Where publish.yaml names no region, the usual ones are meant.
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'usual.json')).release_jobs['aws-region'] == matrix.release_jobs['aws-region']
