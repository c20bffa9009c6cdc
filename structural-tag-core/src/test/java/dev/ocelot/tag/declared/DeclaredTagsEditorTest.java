package dev.ocelot.tag.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.file.FileLocks;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.declared.DeclaredTagsEditor.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredTagsEditorTest {
  private static final Tag OLD = new Tag("d41d8cd98f00b204e9800998ecf8427e");
  private static final Tag NEW = new Tag("900150983cd24fb0d6963f7d28e17f72");
  private static final Tag DIGITS = new Tag("01234567012345670123456701234567");
  private static final String KEY = "CONDITIONAL_BUILD_ANGLE_TAG";
  private static final String OTHER = "CONDITIONAL_BUILD_PIGLIT_TAG";

  @TempDir Path dir;
  private Path file;
  private DeclaredTagsEditor editor;

  @BeforeEach
  void start() throws IOException {
    file = Files.createDirectory(dir.resolve("repository")).resolve("tags.yml");
    editor = new DeclaredTagsEditor(new FileLocks(dir.resolve("cache"), Duration.ofMinutes(1)));
    Files.writeString(file, "variables: # why\r\n  " + KEY + ": \"" + OLD + "\" # note\r\n");
  }

  private List<String> siblings() throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void editsInPlace() throws IOException {
    DeclaredTagsUpdate update =
        editor.update(file, "tags.yml", Map.of(KEY, NEW, OTHER, DIGITS), Style.IN_PLACE);

    assertThat(update.changes())
        .containsExactly(
            new DeclaredTagsUpdate.Change(KEY, OLD.text(), NEW),
            new DeclaredTagsUpdate.Change(OTHER, "", DIGITS));
    assertThat(Files.readString(file))
        .isEqualTo(
            "variables: # why\r\n  "
                + (KEY + ": \"" + NEW + "\" # note\r\n  ")
                + (OTHER + ": \"" + DIGITS + "\"\r\n"));
    assertThat(siblings()).containsExactly("tags.yml");
  }

  @Test
  void editsCanonically() throws IOException {
    editor.update(file, "tags.yml", Map.of(KEY, NEW, OTHER, DIGITS), Style.CANONICAL);

    assertThat(Files.readString(file))
        .isEqualTo("variables:\n  " + KEY + ": " + NEW + "\n  " + OTHER + ": '" + DIGITS + "'\n");
  }

  @Test
  void keepsTagsThatPyYamlWouldReadAsNumbers() throws IOException {
    Files.writeString(file, "variables:\n  " + OTHER + ": " + DIGITS + "\n");

    editor.update(file, "tags.yml", Map.of(KEY, NEW), Style.CANONICAL);

    assertThat(Files.readString(file))
        .isEqualTo("variables:\n  " + KEY + ": " + NEW + "\n  " + OTHER + ": '" + DIGITS + "'\n");
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void touchesNothingWhenNothingChanges(Style style) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    Object key = Files.getAttribute(file, "unix:ino");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

    assertThat(editor.update(file, "tags.yml", Map.of(KEY, OLD), style).changes()).isEmpty();

    assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(1_000_000));
    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(key);
    assertThat(Files.exists(dir.resolve("cache"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-rw-r--", "rwxr-xr-x", "rw----rw-"})
  void keepsTheMode(String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

    editor.update(file, "tags.yml", Map.of(KEY, NEW), Style.IN_PLACE);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(mode);
  }

  @Test
  void keepsOwnerAndGroupOrRefuses() throws IOException {
    PosixFileAttributes mine = Files.readAttributes(file, PosixFileAttributes.class);
    boolean root = "root".equals(mine.owner().getName());
    if (root) {
      Files.setAttribute(file, "unix:uid", 12345);
      Files.setAttribute(file, "unix:gid", 23456);
    }
    Object owner = Files.getAttribute(file, "unix:uid");
    Object group = Files.getAttribute(file, "unix:gid");

    editor.update(file, "tags.yml", Map.of(KEY, NEW), Style.IN_PLACE);

    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(owner);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(group);
  }

  @Test
  void followsALinkAndKeepsIt() throws IOException {
    Path outside = Files.move(file, dir.resolve("real.yml"));
    Files.createSymbolicLink(file, Path.of("../real.yml"));

    editor.update(file, "tags.yml", Map.of(KEY, NEW), Style.IN_PLACE);

    assertThat(Files.readSymbolicLink(file)).isEqualTo(Path.of("../real.yml"));
    assertThat(Files.isSymbolicLink(outside)).isFalse();
    assertThat(Files.readString(outside)).contains(NEW.text());
  }

  @Test
  void makesAFileThatIsNotThere() throws IOException {
    Path absent = file.resolveSibling("config").resolve("new.yml");

    assertThat(editor.update(absent, "new.yml", Map.of(), Style.IN_PLACE).changes()).isEmpty();
    assertThat(absent.getParent()).doesNotExist();
    editor.update(absent, "new.yml", Map.of(KEY, NEW), Style.IN_PLACE);

    assertThat(Files.readString(absent)).isEqualTo("variables:\n  " + KEY + ": " + NEW + "\n");
  }

  @Test
  void refusesAReadOnlyFileAndFolder() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertRefused("tags.yml is read-only");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Path folder = file.getParent();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertRefused("the folder of tags.yml is read-only");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void assertRefused(String why) throws IOException {
    byte[] before = Files.readAllBytes(file);
    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () -> editor.update(file, "tags.yml", Map.of(KEY, NEW), Style.IN_PLACE));
    assertThat(e).isNotNull();
    assertThat(e.problems().get(0).message()).contains(why);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(siblings()).containsExactly("tags.yml");
  }

  @Test
  void writesAllOrNothing() throws IOException {
    Files.writeString(file, "a: &a x\nvariables:\n  " + KEY + ": " + OLD + "\n  B: *a\n");

    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () -> editor.update(file, "tags.yml", Map.of(KEY, NEW, "B", NEW), Style.IN_PLACE));

    assertThat(e.problems().get(0).location()).hasToString("tags.yml:4:6");
    assertThat(Files.readString(file)).contains(OLD.text()).doesNotContain(NEW.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "variables: {A: b",
        "variables:\n\tA: b\n",
        "variables: {A: 1, A: 2}\n",
        "variables: text\n",
        "- a\n",
        "a: b\n---\na: b\n",
        "a: !x [b]\nvariables: [c]\n",
      })
  void leavesAMalformedFile(String text) throws IOException {
    Files.writeString(file, text);

    for (Style style : Style.values()) {
      assertThat(
              catchThrowableOfType(
                  ProblemException.class,
                  () -> editor.update(file, "tags.yml", Map.of(KEY, NEW), style)))
          .isNotNull();
    }
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void opensNoFifo() throws Exception {
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();

    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () -> editor.update(file, "tags.yml", Map.of(KEY, NEW), Style.IN_PLACE));

    assertThat(e.problems().get(0).message()).isEqualTo("tags.yml is not a regular file");
  }

  @Test
  void removesWhatAKilledEditorLeft() throws IOException {
    Path left = file.resolveSibling(".tags.yml.ocelot-tmp");
    Files.writeString(left, "half");

    editor.update(file, "tags.yml", Map.of(KEY, OLD), Style.IN_PLACE);

    assertThat(Files.exists(left, LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(Files.readString(file)).contains(OLD.text());
  }

  @Test
  void saysWhenTheCacheCannotBeWritten() throws IOException {
    Files.writeString(dir.resolve("cache"), "in the way");

    ProblemException e =
        catchThrowableOfType(
            ProblemException.class,
            () -> editor.update(file, "tags.yml", Map.of(KEY, NEW), Style.IN_PLACE));

    assertThat(e.problems().get(0).id().text()).isEqualTo("file-access");
    assertThat(Files.readString(file)).contains(OLD.text());
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void writesOneTagAfterAnother(Style style) throws IOException {
    for (Tag tag : List.of(NEW, DIGITS, OLD)) {
      editor.update(file, "tags.yml", Map.of(KEY, tag), style);

      DeclaredTags tags = DeclaredTags.read(file, "tags.yml", new Problems());
      assertThat(tags.get(KEY).orElseThrow().tag()).contains(tag);
    }
  }
}
