package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.SelectingMojo;
import dev.ocelot.maven.console.Report;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to test what was built from something else: compares the tag files of what was built
 * elsewhere, and is tested now, with the tags that are declared.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "test-tags",
    defaultPhase = LifecyclePhase.TEST,
    requiresProject = false,
    threadSafe = true)
public final class TestTagsMojo extends SelectingMojo {

  /**
   * The folders that hold the tag files of what is tested. There is no default: bound without one,
   * the goal does nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.tagDirectories")
  private @Nullable List<File> tagDirectories;

  /**
   * Components whose tag file must be there. One whose variable {@code <X>_TAG} is set and not
   * empty must be there too.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.demandedComponents")
  private @Nullable List<String> demandedComponents;

  @Override
  protected Report run(Ground ground) {
    List<File> directories = tagDirectories == null ? List.of() : tagDirectories;
    List<String> demanded = demandedComponents == null ? List.of() : demandedComponents;
    return new TestTags(ground, selection(), demanded).in(directories);
  }
}
