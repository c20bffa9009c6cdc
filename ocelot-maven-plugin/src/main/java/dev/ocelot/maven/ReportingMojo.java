package dev.ocelot.maven;

import dev.ocelot.maven.console.ReportSink;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that acts on components, is called by name and whose report another program may read. */
public abstract class ReportingMojo extends SelectingMojo {

  /**
   * How the report is written: {@code text} for a person, {@code json} for a program. As {@code
   * json} it is the only thing on standard output when Maven runs with {@code -q}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.format", defaultValue = "text")
  private String format;

  /**
   * The file that the report is written to, whole or not at all, relative to the folder that Maven
   * was started in. By default text goes to the log and JSON to standard output.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.outputFile")
  private @Nullable File outputFile;

  @Override
  protected final ReportSink sink(Ground ground) {
    return new ReportForm(format, outputFile).sink(ground);
  }
}
