package dev.ocelot.packaging.publish.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerSamples;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerUpload;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PolicyStatement;
import dev.ocelot.packaging.publish.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies where, and what happens when something else lies there. */
class DirectoryFilesTest {
  private static final Region EAST = new Region("us-east-1");
  private static final LayerName LAYER = new LayerName("ocel-amd64-hello");

  private final Path folder;
  private final Path root;
  private final Path home;
  private final DirectoryLayerService service;

  DirectoryFilesTest(@TempDir Path folder) {
    this.folder = folder;
    this.root = folder.resolve("published");
    this.home = root.resolve("us-east-1/ocel-amd64-hello");
    this.service = new DirectoryLayerService(root);
  }

  private LayerUpload upload(String content) {
    return LayerSamples.upload(
        LAYER.text(), LayerSamples.zip(folder.resolve(content + ".zip"), content, 500));
  }

  private LayerVersion publish(String content) throws LayerServiceException {
    return service.publish(EAST, upload(content), sent -> {});
  }

  private Versions versions() {
    return new Versions(new Places(root), EAST, LAYER);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void isUnavailable(String message, ThrowingCallable call) {
    assertThatExceptionOfType(LayerServiceException.class)
        .isThrownBy(call)
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.UNAVAILABLE));
  }

  @Test
  void aVersionIsAFolderWithItsZip() throws Exception {
    service.allow(publish("one"), PolicyStatement.PUBLIC);

    assertThat(files())
        .containsExactly(
            ".ocelot/changes.lock",
            "us-east-1/ocel-amd64-hello/1/ocel-amd64-hello.zip",
            "us-east-1/ocel-amd64-hello/1/policy.json",
            "us-east-1/ocel-amd64-hello/1/version.json");
    assertThat(home.resolve("1/ocel-amd64-hello.zip")).hasSameBinaryContentAs(upload("one").file());
  }

  @Test
  void onlyNumbersAreVersions() throws Exception {
    publish("one");
    for (String name : List.of("latest", "01", "0", "-1", "2.bak", ".3")) {
      Files.createDirectories(home.resolve(name));
    }

    assertThat(service.versions(EAST, LAYER)).extracting(LayerVersion::number).containsExactly(1L);
    assertThat(publish("two").number()).isEqualTo(2);
  }

  @Test
  void whoeverLosesANumberTakesTheNext() throws Exception {
    publish("one");
    Path staged = Files.createDirectories(folder.resolve("staged"));
    Files.copy(upload("two").file(), staged.resolve("ocel-amd64-hello.zip"));
    List<Long> lost = new ArrayList<>();

    long number =
        versions()
            .appear(
                staged,
                upload("two").sha256(),
                1,
                taken -> {
                  lost.add(taken);
                  return taken + 1;
                });

    assertThat(number).isEqualTo(2);
    assertThat(lost).containsExactly(1L);
    assertThat(home.resolve("2/ocel-amd64-hello.zip")).hasSameBinaryContentAs(upload("two").file());
  }

  @Test
  void whoeverLosesANumberToTheSameBytesTakesThatVersion() throws Exception {
    publish("one");
    Path staged = Files.createDirectories(folder.resolve("staged"));
    Files.copy(upload("one").file(), staged.resolve("ocel-amd64-hello.zip"));

    long number =
        versions()
            .appear(
                staged,
                upload("one").sha256(),
                1,
                taken -> {
                  throw new AssertionError("not compared before the next number");
                });

    assertThat(number).isEqualTo(1);
    assertThat(service.versions(EAST, LAYER)).hasSize(1);
  }

  @Test
  void aNumberThatSomethingElseHoldsIsPassedOver() throws Exception {
    Files.createDirectories(home);
    Files.writeString(home.resolve("1"), "a file");

    assertThat(publish("one").number()).isEqualTo(2);
  }

  @Test
  void whatKilledRunsLeftIsSweptAndWhatIsInUseIsNot() throws Exception {
    Files.createDirectories(home.resolve(".staging-dead"));
    Files.writeString(home.resolve(".staging-dead/half.zip"), "half");
    Files.writeString(home.resolve(".staging-dead.lock"), "");
    Files.createDirectories(home.resolve(".staging-lockless"));
    Files.writeString(home.resolve(".staging-folderless.lock"), "");
    Files.createDirectories(home.resolve(".removed-x/deep"));
    Files.createDirectories(root.resolve(".ocelot/rows"));
    Files.writeString(root.resolve(".ocelot/rows/.arn+x.json.part"), "{");

    try (Staging inUse = Staging.in(home)) {
      service.preflight(List.of(EAST));
      LayerVersion published = publish("one");

      assertThat(inUse.folder()).exists();
      assertThat(published.number()).isEqualTo(1);
    }
    assertThat(files())
        .containsExactly(
            ".ocelot/changes.lock",
            "us-east-1/ocel-amd64-hello/1/ocel-amd64-hello.zip",
            "us-east-1/ocel-amd64-hello/1/version.json");
    assertThat(home).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void aDeletedVersionLeavesItsNumberOnly() throws Exception {
    service.delete(publish("one"));

    assertThat(files())
        .containsExactly(".ocelot/changes.lock", "us-east-1/ocel-amd64-hello/.deleted-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"architectures\": 1}"})
  void aDamagedVersionIsAnErrorAndNoEmptyAnswer(String text) throws Exception {
    publish("one");
    Files.writeString(home.resolve("1/version.json"), text);

    isUnavailable("damaged: ", () -> service.versions(EAST, LAYER));
  }

  @Test
  void aVersionWithoutItsFileIsAnErrorAndNoEmptyAnswer() throws Exception {
    publish("one");
    Files.delete(home.resolve("1/version.json"));

    isUnavailable("holds no version.json", () -> service.versions(EAST, LAYER));
  }

  @Test
  void aDamagedRowIsAnErrorAndNoEmptyAnswer() throws Exception {
    Path row = root.resolve(".ocelot/rows/arn+x+1.json");
    Files.createDirectories(row.getParent());
    Files.writeString(row, "{\"key\": \"arn:x:1\", \"attributes\": []}");

    isUnavailable("damaged: ", () -> service.table().row("arn:x:1"));
    isUnavailable("damaged: ", () -> service.table().rowsOfLayer("arn:x"));
  }

  @Test
  void keysThatLookLikePathsStayInTheirFolder() throws Exception {
    String key = "lock:../../x:a/b\\c\0%:é";

    assertThat(Places.rowName(key)).matches("[A-Za-z0-9+%_-]+");
    assertThat(service.table().row(key)).isEmpty();
    assertThat(Places.rowName("a:b")).isNotEqualTo(Places.rowName("a+b"));
    assertThat(Places.rowName("a%002bb")).isNotEqualTo(Places.rowName("a+b"));
  }

  @Test
  void aFileInThePlaceOfTheDirectoryIsRefused() throws Exception {
    Files.writeString(root, "a file");

    isUnavailable("is not a directory that can be written", () -> service.preflight(List.of(EAST)));
    isUnavailable("published", () -> publish("one"));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldAndNothingIsHalfDone() {
    // Not even root makes folders there.
    DirectoryLayerService readOnly = new DirectoryLayerService(Path.of("/proc/self/published"));

    assertThatExceptionOfType(LayerServiceException.class)
        .isThrownBy(
            () -> {
              readOnly.preflight(List.of(EAST));
              readOnly.publish(EAST, upload("one"), sent -> {});
            })
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.UNAVAILABLE));
  }

  @Test
  void aFileThatVanishedIsToldAndLeavesNothing() throws Exception {
    LayerUpload upload = upload("one");
    Files.delete(upload.file());

    isUnavailable("NoSuchFile", () -> service.publish(EAST, upload, sent -> {}));
    assertThat(home).isEmptyDirectory();
  }
}
