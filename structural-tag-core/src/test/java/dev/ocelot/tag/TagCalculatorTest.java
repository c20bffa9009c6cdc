package dev.ocelot.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.math.BigInteger;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TagCalculatorTest {
  private final TestTree outside;
  private final TestTree tree;

  TagCalculatorTest(@TempDir Path folder) throws IOException {
    this.outside = new TestTree(folder);
    this.tree = new TestTree(Files.createDirectory(folder.resolve("repository")));
  }

  private Tag tag(String... paths) {
    return new TagCalculator(tree.root()).tag(inputs(paths));
  }

  private List<TagInput> inputs(String... paths) {
    return Stream.of(paths).map(tree::input).toList();
  }

  private Problem problemWith(TagInput... inputs) {
    return catchThrowableOfType(
            ProblemException.class, () -> new TagCalculator(tree.root()).tag(List.of(inputs)))
        .problems()
        .get(0);
  }

  static Stream<Path> vectors() throws Exception {
    Path folder = Path.of(TagCalculatorTest.class.getResource("vectors").toURI());
    List<Path> vectors;
    try (Stream<Path> list = Files.list(folder)) {
      vectors = list.sorted().toList();
    }
    assertThat(vectors).hasSizeGreaterThanOrEqualTo(8);
    return vectors.stream();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void computesWhatMesasShellFunctionComputes(Path vector) throws IOException {
    List<TagInput> inputs = new ArrayList<>();
    for (String name : Files.readAllLines(vector.resolve("inputs.txt"))) {
      inputs.add(new TagInput(name, vector.resolve(name)));
    }
    String expected = Files.readString(vector.resolve("expected.txt")).strip();
    TagCalculator calculator = new TagCalculator(vector);

    assertThat(calculator.tag(inputs)).hasToString(expected);
    assertThat(calculator.describe(inputs).tag()).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "65535", "65536", "65537", "200000"})
  void hashesFilesOfEverySize(int size) throws Exception {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    tree.file("a", bytes);

    byte[] md5 = MessageDigest.getInstance("MD5").digest(bytes);

    assertThat(tag("a")).hasToString("%032x".formatted(new BigInteger(1, md5)));
  }

  @Test
  void hashesNothing() {
    assertThat(tag()).hasToString("d41d8cd98f00b204e9800998ecf8427e");
  }

  @ParameterizedTest
  @CsvSource({
    "sp ace",
    "'new\nline'",
    "-n",
    "--",
    "'*'",
    "'quo\"te'",
    "é",
    "a/../b",
    "./c",
    "d//e"
  })
  void readsFilesOfEveryName(String name) {
    tree.file("a/keep", "").file(name, "x");

    assertThat(tag(name)).hasToString("9dd4e461268c8034f5c8564e155c67a6");
  }

  @Test
  void followsALinkToAFileOfTheRepository() {
    tree.file("real", "x").link("folder/link", "../real").link("way", "folder");

    assertThat(tag("folder/link")).isEqualTo(tag("real"));
    assertThat(tag("way/link")).isEqualTo(tag("real"));
  }

  @Test
  void worksInARootThatIsALink() {
    tree.file("a", "x").file("b/c", "x");
    Path link = outside.link("link", "repository").root().resolve("link");

    Tag tag =
        new TagCalculator(link)
            .tag(
                List.of(
                    new TagInput("a", link.resolve("a")),
                    new TagInput("b/c", link.resolve("b/c"))));

    assertThat(tag).isEqualTo(tag("a", "b/c"));
  }

  @ParameterizedTest
  @CsvSource({
    "gone, does not exist",
    "folder/gone, does not exist",
    "file/below, does not exist",
    "'', is an empty path",
    "/etc/passwd, is an absolute path",
    "../outside, is a path that leaves the repository",
    "folder/../../outside, is a path that leaves the repository",
    "folder, 'is a directory, not a regular file'",
    "fifo, 'is a FIFO, not a regular file'",
    "to-fifo, 'is a FIFO, not a regular file'",
    "loop, is a link that leads back to itself",
    "loop/below, is a link that leads back to itself",
    "dangling, is a link to a file that does not exist",
    "escaping, is a link that leaves the repository",
    "way-out/secret, lies behind a link that leaves the repository",
    "to-folder, 'is a directory, not a regular file'",
  })
  void refusesWhatIsNoFileOfTheRepository(String path, String why) {
    outside.file("folder/secret", "s").file("outside", "s");
    tree.file("folder/a", "a")
        .file("file", "a")
        .fifo("fifo")
        .link("to-fifo", "fifo")
        .link("loop", "loop2")
        .link("loop2", "loop")
        .link("dangling", "nowhere")
        .link("escaping", "../folder/secret")
        .link("way-out", "../folder")
        .link("to-folder", "folder");

    Problem problem = problemWith(new TagInput(path, tree.root().resolve(path)));

    assertThat(problem.id()).isEqualTo(ProblemId.INPUT_MISSING);
    assertThat(problem.message()).isEqualTo("input '" + path + "' " + why);
  }

  @Test
  void refusesASocket() throws IOException {
    Path socket = tree.root().resolve("s");
    try (ServerSocketChannel server =
        ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));

      assertThat(problemWith(tree.input("s")).message()).contains("is a socket");
    }
  }

  @Test
  void refusesADevice() {
    TagCalculator calculator = new TagCalculator(Path.of("/dev"));

    Problem problem =
        catchThrowableOfType(
                ProblemException.class,
                () -> calculator.tag(List.of(new TagInput("null", Path.of("/dev/null")))))
            .problems()
            .get(0);

    assertThat(problem.message()).contains("is a device");
  }

  @Test
  void reportsEveryInputAtThePlaceOfItsDeclaration() {
    Location first = Location.of("build.sh", 3, 4);
    Location second = Location.of("build.sh", 5, 6);
    List<TagInput> inputs =
        List.of(
            new TagInput("x", tree.root().resolve("x"), first),
            new TagInput("y\nz", tree.root().resolve("y\nz"), second));

    List<Problem> problems =
        catchThrowableOfType(
                ProblemException.class, () -> new TagCalculator(tree.root()).describe(inputs))
            .problems();

    assertThat(problems).extracting(Problem::location).containsExactly(first, second);
    assertThat(problems.get(1).message()).isEqualTo("input 'y\\nz' does not exist");
  }

  @Test
  void refusesAMissingRoot() {
    Path gone = tree.root().resolve("gone");

    assertThat(catchThrowableOfType(ProblemException.class, () -> new TagCalculator(gone)))
        .hasMessageContaining("gone");
  }

  /** The kernel makes these anew whenever they are read, so they are never as long as they say. */
  @Test
  void refusesAFileThatChangesWhileItIsRead() {
    TagCalculator calculator = new TagCalculator(Path.of("/sys/kernel"));
    TagInput input = new TagInput("notes", Path.of("/sys/kernel/uevent_seqnum"));

    Problem problem =
        catchThrowableOfType(ProblemException.class, () -> calculator.tag(List.of(input)))
            .problems()
            .get(0);

    assertThat(problem.id()).isEqualTo(TagCalculator.INPUT_CHANGED);
    assertThat(problem.message()).isEqualTo("input 'notes' was changed while it was read");
  }

  @Test
  void readsSmallFilesWhole() {
    tree.file("a", "12345");
    TagCalculator calculator = new TagCalculator(tree.root());

    assertThat(calculator.hold(tree.input("a"), 5).bytes()).asString().isEqualTo("12345");
    assertThat(
            catchThrowableOfType(ProblemException.class, () -> calculator.hold(tree.input("a"), 4)))
        .hasMessageContaining("has 5 bytes, more than the 4 that are read");
  }

  @Test
  void theTagIsAboutTheBytesThatWereHeld() {
    tree.file("a", "script");
    tree.file("b", "patch");
    TagCalculator calculator = new TagCalculator(tree.root());
    Tag expected = calculator.tag(inputs("a", "b"));
    List<InputDigest> described = calculator.describe(inputs("a", "b")).inputs();
    HeldInput script = calculator.hold(tree.input("a"), 100);
    tree.file("a", "written since");

    assertThat(calculator.tag(script, inputs("b"))).isEqualTo(expected);
    assertThat(calculator.describe(script, inputs("b")).tag()).isEqualTo(expected);
    assertThat(calculator.describe(script, inputs("b")).inputs()).isEqualTo(described);
    assertThat(calculator.tag(inputs("a", "b"))).isNotEqualTo(expected);
  }

  @Test
  void givesTheSameFromSeveralThreads() throws Exception {
    List<TagInput> inputs = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      tree.file("f" + i, "content " + i);
      inputs.add(tree.input("f" + i));
    }
    TagCalculator calculator = new TagCalculator(tree.root());
    List<Tag> alone = inputs.stream().map(input -> calculator.tag(List.of(input))).toList();

    ExecutorService pool = Executors.newFixedThreadPool(4);
    List<Future<Tag>> together =
        inputs.stream().map(input -> pool.submit(() -> calculator.tag(List.of(input)))).toList();

    for (int i = 0; i < alone.size(); i++) {
      assertThat(together.get(i).get()).isEqualTo(alone.get(i));
    }
    pool.shutdown();
  }

  /** What a tag is sensitive to, and what not. */
  @ParameterizedTest
  @CsvSource({
    "a b, a b, same",
    "a b, b a, other",
    "a b, a, other",
    "a, a a, other",
    "a b, a b empty, same",
    "a b, a bx, other",
    "a b, a b-crlf, other",
    "a b, a b-bom, other",
    "a b, a b-copy, same",
    "ab c, a bc, same",
  })
  void changesWithTheBytesAndTheirOrderOnly(String one, String other, String relation) {
    tree.file("a", "a")
        .file("b", "b\n")
        .file("bx", "b\n ")
        .file("b-crlf", "b\r\n")
        .file("b-bom", "\uFEFFb\n")
        .file("b-copy", "b\n")
        .file("ab", "ab")
        .file("c", "c")
        .file("bc", "bc")
        .file("empty", "");

    boolean same = tag(one.split(" ", -1)).equals(tag(other.split(" ", -1)));

    assertThat(same).isEqualTo(relation.equals("same"));
  }

  @Test
  void doesNotChangeWithModeOrTime() throws IOException {
    tree.file("a", "a");
    Tag before = tag("a");
    Path file = tree.root().resolve("a");

    assertThat(file.toFile().setExecutable(true)).isTrue();
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));

    assertThat(tag("a")).isEqualTo(before);
  }
}
