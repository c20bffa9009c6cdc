package dev.ocelot.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.settings.Activation;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostScriptsTest {
  private final Path repository;
  private final Path home;
  private final Properties typed = new Properties();
  private final Settings settings = new Settings();

  HostScriptsTest(@TempDir Path folder) throws IOException {
    this.repository = Files.createDirectories(folder.resolve("repository"));
    this.home = Files.createDirectories(folder.resolve("home"));
  }

  private boolean allowed(Path... files) {
    return new HostScripts(typed, settings, List.of(files), repository).allowed();
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void inSettings(boolean activeByDefault, String activeProfile) {
    Profile profile = new Profile();
    profile.setId("trust");
    profile.addProperty(HostScripts.PROPERTY, "true");
    Activation activation = new Activation();
    activation.setActiveByDefault(activeByDefault);
    profile.setActivation(activation);
    settings.addProfile(profile);
    settings.addActiveProfile(activeProfile);
  }

  @Test
  void nobodyAllowsThemByItself() {
    assertThat(allowed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "'', true", "false, false", "yes, false", "TRUE, false"})
  void aPersonMayTypeIt(String value, boolean allowed) {
    typed.setProperty(HostScripts.PROPERTY, value);

    assertThat(allowed()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"true, other, true", "false, trust, true", "false, other, false"})
  void aPersonMaySayItInSettings(boolean byDefault, String active, boolean allowed)
      throws IOException {
    inSettings(byDefault, active);

    assertThat(allowed(write(home.resolve("settings.xml"), ""))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "maven.config, -Docelot.allowHostScripts=true",
    "jvm.config, -Docelot.allowHostScripts=true",
    "settings.xml, <ocelot.allowHostScripts>true</ocelot.allowHostScripts>",
    "deep/er/maven-user.properties, ocelot.allowHostScripts = true",
  })
  void aRepositoryMayNot(String file, String text) throws IOException {
    typed.setProperty(HostScripts.PROPERTY, "true");
    inSettings(true, "trust");
    write(repository.resolve(".mvn").resolve(file), text);

    assertThat(allowed(write(home.resolve("settings.xml"), ""))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-s\nsettings.xml",
        "-sconfig/settings.xml",
        "-B -gs x.xml",
        "--settings=x.xml",
        "--sett x.xml",
        "--global-settings\nx.xml",
        "-ps\nx.xml",
        "--project-settings=x.xml",
      })
  void noRepositoryMayNameSettings(String config) throws IOException {
    inSettings(true, "trust");
    write(repository.resolve(".mvn/maven.config"), config);

    assertThat(allowed()).isFalse();
  }

  @Test
  void settingsThatLieInTheRepositoryAreItsOwn() throws IOException {
    inSettings(true, "trust");
    Path inside = write(repository.resolve("ci/settings.xml"), "");
    Path link = Files.createSymbolicLink(home.resolve("settings.xml"), inside);

    assertThat(allowed(inside)).isFalse();
    assertThat(allowed(link)).isFalse();
    assertThat(allowed(home.resolve("absent.xml"))).isTrue();
  }

  @Test
  void otherOptionsOfARepositorySpoilNothing() throws IOException {
    typed.setProperty(HostScripts.PROPERTY, "true");
    write(repository.resolve(".mvn/maven.config"), "-B\n-T2\n--projects=a\n--strict-checksums\n");

    assertThat(allowed()).isTrue();
  }
}
