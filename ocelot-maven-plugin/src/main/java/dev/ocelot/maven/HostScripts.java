package dev.ocelot.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Whether the person who runs Maven allows the repository's scripts to run on this machine.
 *
 * <p>A repository's files are data: the answer comes from the command line or from the user's
 * settings. What a repository says itself does not count, neither in a POM nor in the files below
 * {@code .mvn}, which Maven treats as if they had been typed.
 */
final class HostScripts {
  static final String PROPERTY = "ocelot.allowHostScripts";

  private static final List<String> SETTINGS_FLAGS = List.of("-s", "-gs", "-is", "-ps");
  private static final List<String> SETTINGS_OPTIONS =
      List.of("--settings", "--global-settings", "--install-settings", "--project-settings");

  private final Properties typed;
  private final Settings settings;
  private final List<Path> settingsFiles;
  private final Path repository;

  /**
   * What has a say.
   *
   * @param typed the properties of the command line
   * @param settings all settings, as Maven has merged them
   * @param settingsFiles where they come from
   * @param repository the folder that holds {@code .mvn}
   */
  HostScripts(Properties typed, Settings settings, List<Path> settingsFiles, Path repository) {
    this.typed = typed;
    this.settings = settings;
    this.settingsFiles = List.copyOf(settingsFiles);
    this.repository = repository;
  }

  static HostScripts of(MavenSession session) {
    MavenExecutionRequest request = session.getRequest();
    return new HostScripts(
        session.getUserProperties(),
        session.getSettings(),
        paths(request.getUserSettingsFile(), request.getGlobalSettingsFile()),
        request.getMultiModuleProjectDirectory().toPath());
  }

  private static List<Path> paths(@Nullable File... files) {
    List<Path> paths = new ArrayList<>();
    for (File file : files) {
      if (file != null) {
        paths.add(file.toPath());
      }
    }
    return paths;
  }

  boolean allowed() {
    return (onCommandLine() || inSettings()) && !saidByRepository();
  }

  private boolean onCommandLine() {
    return isTrue(typed.getProperty(PROPERTY));
  }

  private boolean inSettings() {
    List<String> active = settings.getActiveProfiles();
    for (Profile profile : settings.getProfiles()) {
      if ((active.contains(profile.getId()) || activeByDefault(profile))
          && isTrue(profile.getProperties().getProperty(PROPERTY))) {
        return settingsFiles.stream().noneMatch(this::isOfRepository);
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

  private boolean isOfRepository(Path file) {
    try {
      return Files.exists(file) && file.toRealPath().startsWith(repository.toRealPath());
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * A property from a file below .mvn looks like one from the command line, and settings that such
   * a file holds or names look like the user's, so any mention there spoils all.
   */
  private boolean saidByRepository() {
    Path folder = repository.resolve(".mvn");
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
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return text.contains(PROPERTY)
          || (file.endsWith("maven.config")
              && Stream.of(text.split("\\s+", -1)).anyMatch(HostScripts::namesSettings));
    } catch (IOException e) {
      return true;
    }
  }

  /** Maven takes a value that is written right behind a flag, and the beginning of an option. */
  private static boolean namesSettings(String word) {
    String option = word.split("=", 2)[0];
    return SETTINGS_FLAGS.stream().anyMatch(option::startsWith)
        || (option.length() > "--".length()
            && SETTINGS_OPTIONS.stream().anyMatch(name -> name.startsWith(option)));
  }
}
