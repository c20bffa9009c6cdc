package dev.ocelot.maven.layer;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.OcelotMojo;
import dev.ocelot.maven.console.DocumentSink;
import dev.ocelot.maven.console.Format;
import dev.ocelot.maven.console.ReportSink;
import dev.ocelot.maven.console.StandardOutput;
import dev.ocelot.packaging.publish.PublishOverrides;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that writes a page about what is published. */
abstract class PageMojo extends OcelotMojo {

  /**
   * The file that the page is written to, whole or not at all, relative to the folder that Maven
   * was started in. By default it goes to standard output, where it is alone when Maven runs with
   * {@code -q}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.outputFile")
  private @Nullable File outputFile;

  /**
   * What holds the layers: {@code directory} or {@code aws}. By default what {@code
   * config/publish.yaml} says.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.publisher")
  private @Nullable String publisher;

  /**
   * The folder that the publisher {@code directory} keeps layers in, relative to the root. By
   * default what {@code config/publish.yaml} says.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.directory")
  private @Nullable String directory;

  /** What the command line says of where layers are. */
  final PublishOverrides overrides() {
    return new PublishOverrides(
        List.of(), AccountMojo.given(publisher), AccountMojo.given(directory), "", "");
  }

  /** How the page is written. */
  abstract Format form();

  @Override
  protected final ReportSink sink(Ground ground) {
    return outputFile == null
        ? new DocumentSink(form(), new StandardOutput(), "standard output")
        : new DocumentSink(
            form(), new AtomicFile(outputFile.toPath())::write, outputFile.toString());
  }
}
