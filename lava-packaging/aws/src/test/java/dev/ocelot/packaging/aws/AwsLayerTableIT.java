package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerTable;
import dev.ocelot.packaging.publish.LayerTableContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MotoExtension.class)
class AwsLayerTableIT extends LayerTableContract {
  private final AwsLayerService service;

  AwsLayerTableIT(Moto moto) {
    this.service = AwsSamples.service(moto.address(), AwsSamples.settings("", "us-east-1"));
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Override
  protected LayerTable table() {
    return service.table();
  }
}
