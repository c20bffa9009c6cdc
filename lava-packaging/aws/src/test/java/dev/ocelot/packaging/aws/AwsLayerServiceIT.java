package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServiceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What every service of layers does, done by the AWS side through a proxy that mends moto. */
@ExtendWith(MotoExtension.class)
class AwsLayerServiceIT extends LayerServiceContract {
  private final AwsLayerService service;

  AwsLayerServiceIT(@TempDir Path folder, Moto moto) {
    super(folder);
    this.service =
        AwsSamples.service(moto.address(), AwsSamples.settings("", "us-east-1", "eu-west-1"));
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Override
  protected LayerService service() {
    return service;
  }
}
