package dev.ocelot.maven.tag;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Compares computed with declared tags. */
@Mojo(
    name = "check-tags",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class CheckTagsMojo extends AbstractMojo {
  @Override
  public void execute() {}
}
