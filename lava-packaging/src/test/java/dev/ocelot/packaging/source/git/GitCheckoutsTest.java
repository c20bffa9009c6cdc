package dev.ocelot.packaging.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.store.FileTreeRemoval;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class GitCheckoutsTest extends CheckoutsFixture {
  GitCheckoutsTest(@TempDir Path folder) throws IOException {
    super(folder);
  }

  @Test
  void refsAreFoundAsGitFindsThem() {
    upstream.git("branch", "both", first);
    upstream.git("tag", "both", second);
    Map<String, String> expected = new HashMap<>();
    expected.put("main", second);
    expected.put("HEAD", second);
    expected.put("light", second);
    expected.put("layer-collector/0.15.0", first);
    expected.put("refs/tags/layer-collector/0.15.0", first);
    expected.put("both", first);
    expected.put("tags/both", second);
    expected.put(first, first);
    expected.put(first.toUpperCase(java.util.Locale.ROOT), first);
    expected.put(first.substring(0, 12), first);
    expected.put(second.substring(0, 7), second);
    for (GitLocation location : forms()) {
      expected.forEach(
          (ref, commit) ->
              assertThat(online().resolve(location, ref))
                  .as(location + " " + ref)
                  .isEqualTo(new GitRevision(location, ref, commit)));
    }
  }

  @Test
  void aNameBringsOneCommitAndAShortIdTheHistory() {
    GitLocation location = location("file://" + upstream.folder());
    online().resolve(location, "main");
    assertThat(fetches()).hasSize(2).last().asString().contains("--depth=1");
    assertThat(online().resolve(location, first.substring(0, 8)).commit()).isEqualTo(first);
    assertThat(fetches()).hasSize(4).last().asString().contains("--unshallow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mian", "layer-collector/0.15", "ffffffff", "Main"})
  void anUnknownRefNamesTheNearest(String ref) {
    assertThatThrownBy(() -> online().resolve(location("upstream"), ref))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("unknown-ref: upstream has no branch, tag or commit named '" + ref)
        .hasMessageContaining(
            ref.equals("ffffffff")
                ? "3 branches and tags: main, layer-collector/0.15.0, light"
                : "(the nearest)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "--upload-pack=touch x", "a b", "a..b", "HEAD@{1}", "x^", "a:b", "a\nb"})
  void whatIsNoNameIsNotGivenToGit(String ref) {
    assertThatThrownBy(() -> online().resolve(location("upstream"), ref))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("unknown-ref: this cannot name a branch");
    assertThat(commands).isEmpty();
  }

  @Test
  void aBeginningOfSeveralCommitsIsAmbiguous() throws IOException {
    // Four digits: among some hundred commits two begin alike, which commits of a fixed date tell.
    Map<String, String> seen = new HashMap<>();
    String twice = "";
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < 900; i++) {
      stream.append("commit refs/heads/many\ncommitter n <e> ").append(1_000_000_000 + i);
      stream.append(" +0000\ndata 1\nx\n");
    }
    Path input = Files.writeString(folder.resolve("import"), stream);
    upstream.git("-c", "alias.take=!git fast-import --quiet < " + input, "take");
    for (String commit : upstream.git("rev-list", "many").split("\n")) {
      String beginning = commit.substring(0, 4);
      twice = seen.put(beginning, commit) == null ? twice : beginning;
    }
    String ambiguous = twice;
    assertThatThrownBy(() -> online().resolve(location("upstream"), ambiguous))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("unknown-ref: '" + ambiguous + "' is the beginning of several");
  }

  @Test
  void aTagOfAFileIsNoCommit() {
    upstream.git("tag", "blob", "HEAD:collector/go.mod");
    assertThatThrownBy(() -> online().resolve(location("upstream"), "blob"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("names something else than a commit");
  }

  @Test
  void aCheckoutHoldsExactlyTheCommit() throws IOException {
    upstream
        .file(
            ".gitattributes",
            "*.txt text eol=crlf\nsecret export-ignore\n*.id ident\n*.l filter=evil\n")
        .file("lines.txt", "one\ntwo\n")
        .file("secret", "kept\n")
        .file("version.id", "$Id$\n")
        .file("a.l", "plain\n")
        .file("é ü/run.sh", "#!/bin/sh\n");
    Files.setPosixFilePermissions(
        upstream.folder().resolve("é ü/run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(upstream.folder().resolve("link"), Path.of("é ü/../secret"));
    upstream.commit("attributes");
    for (GitLocation location : forms()) {
      Path tree = checkout(online().resolve(location, "main"));
      assertThat(tree.resolve("lines.txt")).hasContent("one\ntwo\n");
      assertThat(Files.readString(tree.resolve("lines.txt"))).isEqualTo("one\ntwo\n");
      assertThat(Files.readString(tree.resolve("version.id"))).isEqualTo("$Id$\n");
      assertThat(Files.readString(tree.resolve("link"))).isEqualTo("kept\n");
      assertThat(permissions(tree.resolve("é ü/run.sh"))).isEqualTo("r-xr-xr-x");
      assertThat(permissions(tree.resolve("secret"))).isEqualTo("r--r--r--");
      assertThat(permissions(tree.resolve("collector"))).isEqualTo("r-xr-xr-x");
      assertThat(tree.resolve(".git")).doesNotExist();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void aCheckoutIsMadeOnceAndAFullCommitNeedsNoRepository() throws IOException {
    GitLocation location = location("upstream");
    GitRevision revision = online().resolve(location, "main");
    Path tree = checkout(revision);
    Files.move(upstream.folder(), folder.resolve("gone"));
    commands.clear();
    assertThat(checkout(revision)).isEqualTo(tree);
    assertThat(commands).isEmpty();
    assertThat(online().resolve(location, second).commit()).isEqualTo(second);
    assertThat(fetches()).isEmpty();
  }

  @Test
  void submodulesAreNotFollowed() throws IOException {
    SmallRepository other = SmallRepository.in(folder.resolve("other"));
    other.file("x", "x").commit("x");
    upstream.git("submodule", "--quiet", "add", other.folder().toString(), "sub");
    upstream.commit("submodule");
    Path tree = checkout(online().resolve(location("upstream"), "main"));
    assertThat(tree.resolve(".gitmodules")).exists();
    assertThat(tree.resolve("sub")).doesNotExist();
  }

  /** Ways to damage a checkout. */
  enum Damage {
    CONTENT,
    REMOVED,
    ADDED,
    MODE,
    MARKER,
    LINKED,
    HALF;

    void to(Path tree) throws IOException {
      Path file = tree.resolve("collector/go.mod");
      for (Path closed : List.of(tree, tree.resolve("collector"))) {
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      switch (this) {
        case CONTENT -> Files.writeString(file, "module m3\n");
        case REMOVED -> Files.delete(file);
        case ADDED -> Files.writeString(tree.resolve("collector/new.go"), "package x\n");
        case MODE ->
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        case MARKER -> Files.writeString(tree.resolveSibling("complete"), "nonsense");
        case LINKED -> {
          Files.move(file, tree.resolveSibling("elsewhere"));
          Files.createSymbolicLink(file, tree.resolveSibling("elsewhere"));
        }
        case HALF -> Files.delete(tree.resolveSibling("complete"));
      }
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.EnumSource(Damage.class)
  void aDamagedCheckoutIsMadeAnewWithoutTheRepository(Damage damage) throws IOException {
    GitRevision revision = online().resolve(location("upstream"), "main");
    Path tree = checkout(revision);
    damage.to(tree);
    Path again = offline().checkout(revision);
    assertThat(again).isEqualTo(tree);
    assertThat(Files.readString(again.resolve("collector/go.mod"))).isEqualTo("module m2\n");
    assertThat(permissions(again.resolve("collector/go.mod"))).isEqualTo("r--r--r--");
    assertThat(again.resolve("collector/new.go")).doesNotExist();
  }

  @Test
  void aDamagedMirrorIsFetchedAnew() throws IOException {
    GitRevision revision = online().resolve(location("upstream"), "main");
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*/objects/../[0-9a-f]{38}")).toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(file, "damaged");
      }
    }
    assertThatThrownBy(() -> offline().checkout(revision))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("Maven is offline");
    assertThat(checkout(revision).resolve("collector/go.mod")).hasContent("module m2");
  }

  @Test
  void leftoversOfAKilledFetchDoNotStandInTheWay() throws IOException {
    GitLocation location = location("file://" + upstream.folder());
    online().resolve(location, "main");
    Path mirror;
    try (Stream<Path> found = Files.walk(cache, 2)) {
      mirror = found.filter(f -> f.endsWith("mirror")).findFirst().orElseThrow();
    }
    Files.writeString(mirror.resolve("shallow.lock"), "");
    Files.writeString(mirror.resolve("packed-refs.lock"), "");
    Files.writeString(mirror.resolve("objects/pack/tmp_pack_x"), "half");
    Files.createDirectories(mirror.resolveSibling(first + ".part/tree"));
    assertThat(checkout(online().resolve(location, first))).exists();
    assertThat(mirror.resolve("objects/pack/tmp_pack_x")).doesNotExist();
    assertThat(mirror.resolveSibling(first + ".part")).doesNotExist();
  }

  @Test
  void offlineTheLastKnownCommitHolds() throws IOException {
    GitLocation location = location("upstream");
    assertThatThrownBy(() -> offline().resolve(location, "main"))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith(
            "upstream-unreachable: 'main' of git repository upstream is not in");
    online().resolve(location, "main");
    String third = upstream.file("x", "x").commit("third");
    commands.clear();
    assertThat(offline().resolve(location, "main").commit()).isEqualTo(second);
    assertThat(fetches()).isEmpty();
    assertThat(online().resolve(location, "main").commit()).isEqualTo(third);
    assertThat(offline().resolve(location, "main").commit()).isEqualTo(third);
  }

  @Test
  void aRepositoryThatIsGoneIsUnreachable() throws IOException {
    GitLocation location = location("file://" + upstream.folder());
    FileTreeRemoval.remove(upstream.folder());
    assertThatThrownBy(() -> online().resolve(location, "main"))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("upstream-unreachable: git repository file:///")
        .hasMessageContaining("ls-remote");
  }
}
