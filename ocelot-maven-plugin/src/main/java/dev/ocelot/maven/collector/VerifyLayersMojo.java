package dev.ocelot.maven.collector;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.OcelotMojo;
import dev.ocelot.maven.console.Report;
import java.io.File;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the module's collector layers: their layout, the machine and the modules of the
 * collector, and, by running it, its version, its components and its configuration.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify-layers", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerifyLayersMojo extends OcelotMojo {

  /**
   * Verifies nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.build.skip", defaultValue = "false")
  private boolean buildSkip;

  /**
   * Where it is remembered which layers were verified. By default {@code ocelot/store} in the
   * user's cache directory.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.store")
  private @Nullable File store;

  @Override
  protected boolean isSkipped() {
    return buildSkip;
  }

  @Override
  protected Report run(Ground ground) {
    return new VerifyLayers(ground, new LayerServices(ground, store)).run();
  }
}
