def lines = new File(basedir, 'child.yml').readLines()
assert lines[0..1] == ['include:', "  - local: '.gitlab/collector-layers.yml'"]
assert lines.contains('"build-layer-minimal":')
assert lines.contains('      - OCELOT_ARCHITECTURE: ["amd64", "arm64"]')
assert lines.contains('        OCELOT_REGION: ["eu-west-1", "us-east-1"]') : 'the regions of config/publish.yaml'
assert lines.contains('  needs: ["build-layer-minimal"]')
