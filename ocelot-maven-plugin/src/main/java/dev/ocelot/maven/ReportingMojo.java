package dev.ocelot.maven;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.maven.console.Choice;
import dev.ocelot.maven.console.DocumentSink;
import dev.ocelot.maven.console.Format;
import dev.ocelot.maven.console.LogSink;
import dev.ocelot.maven.console.ReportSink;
import dev.ocelot.maven.console.StandardOutput;
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
    Format form = Choice.of("ocelot.format", format, Format.class);
    if (outputFile != null) {
      return new DocumentSink(
          form, new AtomicFile(outputFile.toPath())::write, outputFile.toString());
    }
    if (form == Format.JSON) {
      return new DocumentSink(form, new StandardOutput(), "standard output");
    }
    return new LogSink(ground.log());
  }
}
