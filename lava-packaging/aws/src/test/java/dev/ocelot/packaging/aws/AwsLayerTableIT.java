package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerTable;
import dev.ocelot.packaging.publish.LayerTableContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Behind the proxy, which lets calls through one at a time, as moto's conditions ask for. */
@ExtendWith(MotoExtension.class)
class AwsLayerTableIT extends LayerTableContract {
  private final FaultProxy proxy;
  private final AwsLayerService service;

  AwsLayerTableIT(Moto moto) {
    this.proxy = new FaultProxy(moto);
    this.service = AwsSamples.service(proxy.address(), AwsSamples.settings("", "us-east-1"));
  }

  @AfterEach
  void close() {
    service.close();
    proxy.close();
  }

  @Override
  protected LayerTable table() {
    return service.table();
  }
}
