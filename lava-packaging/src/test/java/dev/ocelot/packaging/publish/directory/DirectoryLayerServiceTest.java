package dev.ocelot.packaging.publish.directory;

import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServiceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLayerServiceTest extends LayerServiceContract {
  private final DirectoryLayerService service;

  DirectoryLayerServiceTest(@TempDir Path folder) {
    super(folder);
    this.service = new DirectoryLayerService(folder.resolve("published"));
  }

  @Override
  protected LayerService service() {
    return service;
  }
}
