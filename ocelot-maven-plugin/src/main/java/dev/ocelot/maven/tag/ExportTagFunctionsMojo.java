package dev.ocelot.maven.tag;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.SelectingMojo;
import dev.ocelot.maven.console.Report;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tag functions as a POSIX shell file, for containers and devices without Java, together
 * with the declared tags that a device must be given.
 *
 * @since 0.1.0
 */
@Mojo(name = "export-tag-functions", requiresProject = false, threadSafe = true, aggregator = true)
public final class ExportTagFunctionsMojo extends SelectingMojo {

  /**
   * The file to write, whole or not at all, relative to the folder that Maven was started in. By
   * default standard output.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.outputFile")
  private @Nullable File outputFile;

  @Override
  protected Report run(Ground ground) {
    return new ExportTagFunctions(ground, selection()).to(outputFile);
  }
}
