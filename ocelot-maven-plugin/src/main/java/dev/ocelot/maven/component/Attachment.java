package dev.ocelot.maven.component;

import dev.ocelot.maven.Attachments;
import dev.ocelot.packaging.artifact.Artifact;
import java.nio.file.Path;

/** An artifact and its record, attached under {@code <name>-<arch>}. */
record Attachment(Artifact artifact, Path output) {
  private static final String RECORD = "json";

  void to(Attachments attachments) {
    String file = artifact.file();
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.indexOf('.', artifact.id().name().length());
    String classifier = name.substring(0, dot);
    attachments.attach(output.resolve(file), classifier, name.substring(dot + 1));
    attachments.attach(output.resolve(artifact.record()), classifier, RECORD);
  }
}
