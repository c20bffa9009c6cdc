package dev.ocelot.empty;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** Does nothing, so that a benchmark can tell what Maven itself costs. */
@Mojo(name = "nothing", requiresProject = false, threadSafe = true)
public final class NothingMojo extends AbstractMojo {
  @Override
  public void execute() {}
}
