package dev.ocelot.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Profile;

/**
 * Whether the person who runs Maven allows the repository's scripts to run on this machine.
 *
 * <p>A repository's files are data: the answer comes from the command line or from the user's
 * settings. What a repository says itself does not count, neither in a POM nor in the files below
 * {@code .mvn}, which Maven treats as if they had been typed.
 */
final class HostScripts {
  static final String PROPERTY = "ocelot.allowHostScripts";

  private final MavenSession session;

  HostScripts(MavenSession session) {
    this.session = session;
  }

  boolean allowed() {
    return (onCommandLine() && !saidByRepository()) || inUserSettings();
  }

  private boolean onCommandLine() {
    return isTrue(session.getUserProperties().getProperty(PROPERTY));
  }

  private boolean inUserSettings() {
    List<String> active = session.getSettings().getActiveProfiles();
    for (Profile profile : session.getSettings().getProfiles()) {
      if ((active.contains(profile.getId()) || activeByDefault(profile))
          && isTrue(profile.getProperties().getProperty(PROPERTY))) {
        return true;
      }
    }
    return false;
  }

  private static boolean activeByDefault(Profile profile) {
    return profile.getActivation() != null && profile.getActivation().isActiveByDefault();
  }

  private static boolean isTrue(String value) {
    return "true".equals(value) || "".equals(value);
  }

  /**
   * A property from a file below .mvn looks like one from the command line, so any mention there
   * spoils both.
   */
  private boolean saidByRepository() {
    Path folder = session.getRequest().getMultiModuleProjectDirectory().toPath().resolve(".mvn");
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).anyMatch(HostScripts::mentions);
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean mentions(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(PROPERTY);
    } catch (IOException e) {
      return true;
    }
  }
}
