package dev.ocelot.maven;

import java.nio.file.Path;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/**
 * What a module hands to install and deploy: a main file, and attached files by classifier.
 *
 * <p>Attaching a file again in one invocation replaces it, whatever the version of Maven does by
 * itself.
 */
public final class Attachments {
  private final MavenProject project;
  private final MavenProjectHelper projects;

  Attachments(MavenProject project, MavenProjectHelper projects) {
    this.project = project;
    this.projects = projects;
  }

  /**
   * Sets the main file. Maven refuses to install attachments without one.
   *
   * @param file the file
   */
  public void main(Path file) {
    project.getArtifact().setFile(file.toFile());
  }

  /**
   * Attaches a file.
   *
   * @param file the file
   * @param classifier such as {@code hello-arm64}
   * @param extension such as {@code zip} or {@code tar.zst}
   */
  public void attach(Path file, String classifier, String extension) {
    for (Artifact attached : project.getAttachedArtifacts()) {
      if (classifier.equals(attached.getClassifier()) && extension.equals(attached.getType())) {
        attached.setFile(file.toFile());
        return;
      }
    }
    projects.attachArtifact(project, extension, classifier, file.toFile());
  }
}
