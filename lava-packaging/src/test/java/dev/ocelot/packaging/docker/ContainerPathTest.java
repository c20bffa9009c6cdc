package dev.ocelot.packaging.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.docker.ContainerSpec.User;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "relative",
        "/a/",
        "/a//b",
        "/a/../b",
        "/a/.",
        "/.a",
        "/a b",
        "/tmp",
        "/tmp/x",
        "/usr/local/x",
        "/etc/passwd",
        "/a\n"
      })
  void otherPathsAreRefused(String path) {
    assertThatThrownBy(() -> new ContainerPath(path)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void directoriesAreWrittenOnceAndThoseAboveThem() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DirectoryTar.ofRoot(new ContainerPath("/ocelot/a/b")).writeTo(bytes);

    assertThat(entries(bytes))
        .containsExactly(
            "ocelot/ 755 0:0 true", "ocelot/a/ 755 0:0 true", "ocelot/a/b/ 755 0:0 true");
  }

  @Test
  void writableDirectoriesAreTheUsersAndThoseAboveAreRoots() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DirectoryTar.ofUser(
            List.of(new ContainerPath("/ocelot/work"), new ContainerPath("/ocelot/work/deep")),
            new User(1234, 1235))
        .writeTo(bytes);
    assertThat(entries(bytes))
        .containsExactly(
            "ocelot/ 755 0:0 true",
            "ocelot/work/ 755 1234:1235 true",
            "ocelot/work/deep/ 755 1234:1235 true");
  }

  private static List<String> entries(ByteArrayOutputStream bytes) throws IOException {
    List<String> entries = new ArrayList<>();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        entries.add(
            String.format(
                "%s %o %d:%d %s",
                e.getName(),
                e.getMode() & 07777,
                e.getLongUserId(),
                e.getLongGroupId(),
                e.isDirectory()));
      }
    }
    return entries;
  }
}
