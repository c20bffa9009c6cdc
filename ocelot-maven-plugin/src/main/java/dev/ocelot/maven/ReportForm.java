package dev.ocelot.maven;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.maven.console.Choice;
import dev.ocelot.maven.console.DocumentSink;
import dev.ocelot.maven.console.Format;
import dev.ocelot.maven.console.LogSink;
import dev.ocelot.maven.console.ReportSink;
import dev.ocelot.maven.console.StandardOutput;
import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * What a run says about its report.
 *
 * @param format the value of {@code ocelot.format}
 * @param outputFile the value of {@code ocelot.outputFile}
 */
record ReportForm(String format, @Nullable File outputFile) {

  /** Where the report goes. */
  ReportSink sink(Ground ground) {
    Format form = Choice.of("ocelot.format", format, Format.class);
    if (outputFile != null) {
      return new DocumentSink(
          form, new AtomicFile(outputFile.toPath())::write, outputFile.toString());
    }
    if (form == Format.JSON) {
      return new DocumentSink(form, new StandardOutput(), "standard output");
    }
    return new LogSink(ground.console().log());
  }
}
