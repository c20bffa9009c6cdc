package dev.ocelot.packaging.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.testkit.HostileArchive;
import dev.ocelot.testkit.HostileArchives;
import dev.ocelot.testkit.TarBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileArchivesTest {
  @TempDir private Path folder;
  private final ArchiveReader reader = new ArchiveReader(ExtractionLimits.DEFAULT);
  private Path out;

  @BeforeEach
  void makeOut() throws IOException {
    out = Files.createDirectories(folder.resolve("box/out"));
  }

  static Stream<HostileArchive> all() {
    return Stream.concat(HostileArchives.tars().stream(), HostileArchives.zips().stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void isRefusedAndLeavesNothing(HostileArchive hostile) throws IOException {
    Path archive = Files.write(folder.resolve("archive"), hostile.bytes());
    List<Path> before = everything();

    Problem problem = refusal(() -> reader.extract(archive, out));

    assertThat(problem.id()).isEqualTo(ArchiveProblems.ARCHIVE_UNSAFE);
    assertThat(problem.id().fault()).isEqualTo(ProblemId.Fault.USER);
    assertThat(problem.message()).containsPattern(anyOf(hostile.reason())).doesNotContain("\n");
    assertThat(problem.location()).isEqualTo(Location.of(archive.toString()));
    assertThat(problem.remedy()).isInstanceOf(Remedy.Advice.class);
    assertThat(everything()).isEqualTo(before);
  }

  private static Pattern anyOf(String reasons) {
    List<String> quoted = Arrays.stream(reasons.split("\\|")).map(Pattern::quote).toList();
    return Pattern.compile(String.join("|", quoted));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void isRefusedByEveryWayOfReading(HostileArchive hostile) throws IOException {
    Path archive = Files.write(folder.resolve("archive"), hostile.bytes());

    refusal(() -> reader.list(archive));
    refusal(() -> reader.contentDigest(archive));
    refusal(() -> reader.readEntry(archive, "none", 10));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tars")
  void isRefusedAsAStream(HostileArchive hostile) {
    Problem problem =
        refusal(
            () -> reader.extractTar(new ByteArrayInputStream(hostile.bytes()), "the output", out));

    assertThat(problem.location()).isEqualTo(Location.of("the output"));
    assertThat(out).isEmptyDirectory();
  }

  static List<HostileArchive> tars() {
    return HostileArchives.tars();
  }

  static Stream<Arguments> packedDamage() throws IOException {
    byte[] tar = new TarBytes().file("a", "x".repeat(100_000)).toBytes();
    List<Arguments> cases = new ArrayList<>();
    for (ArchiveFormat format : List.of(ArchiveFormat.TAR_GZ, ArchiveFormat.TAR_ZST)) {
      byte[] whole = pack(format, tar);
      cases.add(Arguments.of(format + " cut off", Arrays.copyOf(whole, whole.length - 9)));
      cases.add(Arguments.of(format + " half", Arrays.copyOf(whole, whole.length / 2)));
      cases.add(Arguments.of(format + " header only", Arrays.copyOf(whole, 8)));
      cases.add(Arguments.of(format + " zero behind", Arrays.copyOf(whole, whole.length + 1)));
      byte[] behind = Arrays.copyOf(whole, whole.length + 4);
      behind[whole.length] = 'x';
      cases.add(Arguments.of(format + " something behind", behind));
      byte[] wrongSum = whole.clone();
      wrongSum[whole.length - (format == ArchiveFormat.TAR_GZ ? 6 : 2)] ^= 1;
      cases.add(Arguments.of(format + " wrong checksum", wrongSum));
      byte[] second = pack(format, new TarBytes().file("b", "x").toBytes());
      byte[] both = Arrays.copyOf(whole, whole.length + second.length);
      System.arraycopy(second, 0, both, whole.length, second.length);
      cases.add(Arguments.of(format + " second archive behind", both));
      cases.add(Arguments.of(format + " hostile", pack(format, tars().get(0).bytes())));
      cases.add(Arguments.of(format + " of nothing", pack(format, new byte[0])));
    }
    return cases.stream();
  }

  private static byte[] pack(ArchiveFormat format, byte[] tar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (format == ArchiveFormat.TAR_GZ) {
      try (ParallelGzipOutputStream gzip = new ParallelGzipOutputStream(bytes, 6, 1)) {
        gzip.write(tar);
        gzip.finish();
      }
    } else {
      try (var zstd = Zstandard.packing(bytes, 3, 1)) {
        zstd.write(tar);
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packedDamage")
  void damageOfTheCompressionIsRefused(String name, byte[] bytes) throws IOException {
    Path archive = Files.write(folder.resolve("archive"), bytes);

    Problem problem = refusal(() -> reader.extract(archive, out));

    assertThat(problem.id()).as(name).isEqualTo(ArchiveProblems.ARCHIVE_UNSAFE);
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void concatenatedMembersThatAreOneTarAreRead() throws IOException {
    byte[] tar = new TarBytes().file("a", "x".repeat(5000)).toBytes();
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(pack(ArchiveFormat.TAR_GZ, Arrays.copyOf(tar, 3000)));
    both.writeBytes(pack(ArchiveFormat.TAR_GZ, Arrays.copyOfRange(tar, 3000, tar.length)));
    Path archive = Files.write(folder.resolve("archive"), both.toByteArray());

    assertThat(reader.list(archive)).extracting(ArchiveEntry::size).containsExactly(5000L);
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    Path archive = Files.writeString(folder.resolve("archive"), "hello");

    assertThat(refusal(() -> reader.list(archive)).message()).contains("no zip, tar");
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    Path archive = Files.write(folder.resolve("archive"), new TarBytes().file("a", "x").toBytes());
    Path mine = Files.writeString(out.resolve("mine"), "mine");

    Problem problem = refusal(() -> reader.extract(archive, out));

    assertThat(problem.id()).isEqualTo(ProblemId.FILE_ACCESS);
    assertThat(mine).hasContent("mine");
  }

  @Test
  void aMissingArchiveIsNotUnsafe() {
    Problem problem = refusal(() -> reader.extract(folder.resolve("missing"), out));

    assertThat(problem.id()).isEqualTo(ProblemId.FILE_ACCESS);
    assertThat(problem.message()).contains("cannot unpack").contains("missing");
  }

  @Test
  void whatLiesOutsideTheTopFolderIsRefused() {
    byte[] tar = new TarBytes().directory("top/").file("top/a", "x").file("topper", "x").toBytes();

    Problem problem =
        refusal(() -> reader.extractTar(new ByteArrayInputStream(tar), "output", "top", out));

    assertThat(problem.message()).isEqualTo("\"topper\" lies outside \"top\"");
  }

  private Problem refusal(ThrowingCallable reading) {
    List<Problem> problems = new ArrayList<>();
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(ProblemException.class, e -> problems.addAll(e.problems()));
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  private List<Path> everything() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted().toList();
    }
  }
}
