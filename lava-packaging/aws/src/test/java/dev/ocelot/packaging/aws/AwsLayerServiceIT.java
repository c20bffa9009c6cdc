package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServiceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What every service of layers does. The proxy serves the code of layers, which moto does not. */
@ExtendWith(MotoExtension.class)
class AwsLayerServiceIT extends LayerServiceContract {
  private final FaultProxy proxy;
  private final AwsLayerService service;

  AwsLayerServiceIT(@TempDir Path folder, Moto moto) {
    super(folder);
    this.proxy = new FaultProxy(moto);
    this.service =
        AwsSamples.service(proxy.address(), AwsSamples.settings("", "us-east-1", "eu-west-1"));
  }

  @AfterEach
  void close() {
    service.close();
    proxy.close();
  }

  @Override
  protected LayerService service() {
    return service;
  }
}
