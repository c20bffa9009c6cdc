File brought = new File(basedir, 'consumer/target/brought')
File built = new File(basedir, 'producer/target/ocelot')
for (arch in ['amd64', 'arm64']) {
    assert new File(brought, "producer-1-greeting-${arch}.zip").bytes == new File(built, "components/greeting/greeting-${arch}.zip").bytes
}
assert new File(brought, 'producer-1-greeting-arm64.json').bytes == new File(built, 'components/greeting/greeting-arm64.zip.json').bytes
assert new File(brought, 'producer-1.json').bytes == new File(built, 'artifacts.json').bytes
