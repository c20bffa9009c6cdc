package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.OcelotMojo;
import dev.ocelot.maven.console.Report;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Adds a component: a build script from a template, its declared key and, in the GitLab CI layout,
 * its hidden job. All of it or nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "init-tag", requiresProject = false, threadSafe = true, aggregator = true)
public final class InitTagMojo extends OcelotMojo {

  /**
   * The name of the new component.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.component", required = true)
  private String component;

  /**
   * Where it goes: {@code gitlab-ci}, {@code ocelot}, or {@code usual} for the only layout that the
   * repository uses, else {@code ocelot}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.layout", defaultValue = "usual")
  private String layout;

  @Override
  protected Report run(Ground ground) {
    return new InitTag(ground).add(component, layout);
  }
}
