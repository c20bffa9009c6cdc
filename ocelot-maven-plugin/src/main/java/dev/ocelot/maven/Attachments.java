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
  private static final String OURS = "ocelot";

  private final MavenProject project;
  private final MavenProjectHelper projects;

  Attachments(MavenProject project, MavenProjectHelper projects) {
    this.project = project;
    this.projects = projects;
  }

  /**
   * Sets the main file of a module of packaging {@code ocelot}, as Maven refuses to install
   * attachments without one. A module of another packaging has a main file of its own.
   *
   * @param file the file
   */
  public void main(Path file) {
    if (isOurs()) {
      project.getArtifact().setFile(file.toFile());
    }
  }

  /**
   * Says that there is nothing to install and deploy, as nothing was built. Maven would take a
   * missing main file of a module of packaging {@code ocelot} for a mistake.
   */
  public void none() {
    if (isOurs()) {
      project.getProperties().setProperty("maven.install.skip", "true");
      project.getProperties().setProperty("maven.deploy.skip", "true");
    }
  }

  private boolean isOurs() {
    return project.getPackaging().equals(OURS);
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
