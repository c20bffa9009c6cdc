package dev.ocelot.packaging.publish.directory;

import dev.ocelot.packaging.publish.LayerTable;
import dev.ocelot.packaging.publish.LayerTableContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTableTest extends LayerTableContract {
  private final LayerTable table;

  DirectoryTableTest(@TempDir Path folder) {
    this.table = new DirectoryLayerService(folder.resolve("published")).table();
  }

  @Override
  protected LayerTable table() {
    return table;
  }
}
