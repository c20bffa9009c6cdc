package dev.ocelot.packaging.publish.directory;

import dev.ocelot.packaging.publish.LayerTable;
import dev.ocelot.packaging.publish.LayerTableContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTableTest extends LayerTableContract {
  private final LayerTable table;
  private final ForeignRows rows;

  DirectoryTableTest(@TempDir Path folder) {
    this.table = new DirectoryLayerService(folder.resolve("published")).table();
    this.rows = new ForeignRows(folder.resolve("published"));
  }

  @Override
  protected LayerTable table() {
    return table;
  }

  @Override
  protected void writtenByOthers(String key, Map<String, Foreign> attributes) throws IOException {
    rows.write(key, attributes);
  }

  @Override
  protected Map<String, String> stored(String key) throws IOException {
    return rows.stored(key);
  }
}
