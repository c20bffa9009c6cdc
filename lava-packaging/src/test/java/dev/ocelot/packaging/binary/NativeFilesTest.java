package dev.ocelot.packaging.binary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.TreeEntry.RegularFile;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.Remedy;
import dev.ocelot.testkit.ElfBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NativeFilesTest {
  private static final List<String> NAMES =
      Platforms.standard().all().stream().map(Platform::name).toList();

  static Stream<Arguments> pairs() {
    return NAMES.stream().flatMap(a -> NAMES.stream().map(b -> Arguments.of(a, b)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aFileFitsItsOwnPlatformOnly(String builtFor, String wanted) {
    List<Problem> problems = check(ElfBytes.of(builtFor).toBytes(), wanted);

    assertThat(problems.isEmpty()).isEqualTo(builtFor.equals(wanted));
  }

  @Test
  void saysWhatItGotAndWhatItExpected() {
    FileTree tree =
        FileTree.builder()
            .file("bin/hello", ElfBytes.of("linux/amd64").toBytes(), true)
            .file("bin/hello.sh", "#!/bin/sh\n".getBytes(ISO_8859_1), true)
            .build();

    Problem problem = NativeFiles.check(tree, platform("linux/arm64")).get(0);

    assertThat(problem.id()).isEqualTo(NativeFiles.WRONG_ARCHITECTURE);
    assertThat(problem.message()).isEqualTo("bin/hello was not built for linux/arm64");
    assertThat(problem.location()).isEqualTo(Location.of("bin/hello"));
    assertThat(problem.got()).isEqualTo("64-bit little-endian x86-64 executable");
    assertThat(problem.expected()).isEqualTo("64-bit little-endian AArch64");
    assertThat(problem.remedy())
        .isInstanceOfSatisfying(
            Remedy.Advice.class, advice -> assertThat(advice.text()).contains("aarch64-linux-gnu"));
  }

  static Stream<Arguments> details() {
    return Stream.of(
        Arguments.of("x32", elf("linux/amd64").bits(32), "linux/amd64", false),
        Arguments.of("FreeBSD", elf("linux/amd64").system(9), "linux/amd64", false),
        Arguments.of("GNU", elf("linux/amd64").system(3), "linux/amd64", true),
        Arguments.of("object", elf("linux/arm64").type(1), "linux/arm64", true),
        Arguments.of("wrong object", elf("linux/arm64").type(1), "linux/amd64", false),
        Arguments.of("wrong library", elf("linux/arm64").type(3), "linux/amd64", false),
        Arguments.of("big-endian ARM", elf("linux/arm64").bigEndian(), "linux/arm64", false),
        Arguments.of("soft float", elf("linux/arm/v7").flags(0x05000200), "linux/arm/v7", false),
        Arguments.of("old ABI", elf("linux/arm/v7").flags(0x02000000), "linux/arm/v7", false),
        Arguments.of("no float said", elf("linux/arm/v7").flags(0x05000002), "linux/arm/v7", true),
        Arguments.of("ARM's system", elf("linux/arm/v7").system(97), "linux/arm/v7", true),
        Arguments.of("POWER ABI 1", elf("linux/ppc64le").flags(1), "linux/ppc64le", false),
        Arguments.of("POWER any ABI", elf("linux/ppc64le").flags(0), "linux/ppc64le", true),
        Arguments.of("RISC-V soft", elf("linux/riscv64").flags(1), "linux/riscv64", false),
        Arguments.of("BPF", elf("linux/amd64").machine(247).type(1), "linux/arm64", true),
        Arguments.of("CUDA", elf("linux/amd64").machine(190), "linux/arm64", true));
  }

  @ParameterizedTest(name = "{0} on {2}: {3}")
  @MethodSource("details")
  void judgesAbi(String name, ElfBytes elf, String wanted, boolean fits) {
    assertThat(check(elf.toBytes(), wanted).isEmpty()).as(name).isEqualTo(fits);
  }

  @ParameterizedTest(name = "VFP arguments {0}, number model {1}: {2}")
  @CsvSource({"1, 3, true", "0, 3, false", "0, 0, true", "3, 3, true"})
  void readsTheFloatAbiFromArmAttributes(int vfpArgs, int numberModel, boolean fits) {
    byte[] attributes = armAttributes(vfpArgs, numberModel);
    ElfBytes object = elf("linux/arm/v7").type(1).flags(0x05000000).armAttributes(attributes);

    assertThat(check(object.toBytes(), "linux/arm/v7").isEmpty()).isEqualTo(fits);
  }

  private static byte[] armAttributes(int vfpArgs, int numberModel) {
    // Tag_CPU_name, a text, stands before; Tag_compatibility has a number and a text.
    byte[] values = {5, '7', 0, 32, 0, 0, 23, (byte) numberModel, 28, (byte) vfpArgs};
    ByteBuffer bytes = ByteBuffer.allocate(16 + values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'A').putInt(15 + values.length).put("aeabi\0".getBytes(ISO_8859_1));
    bytes.put((byte) 1).putInt(5 + values.length).put(values);
    byte[] array = new byte[bytes.position()];
    bytes.flip().get(array);
    return array;
  }

  @Test
  void readsTheInterpreter() {
    byte[] bytes = elf("linux/arm64").interpreter("/lib/ld-linux-aarch64.so.1").toBytes();
    FileTree tree = FileTree.builder().file("a", bytes, true).build();
    RegularFile file = (RegularFile) tree.entries().get(0);

    assertThat(ElfHeader.read("a", file.content()))
        .map(ElfHeader::interpreter)
        .contains("/lib/ld-linux-aarch64.so.1");
  }

  @Test
  void thisMachinesProgramsFitIt() throws IOException {
    FileTree tree = FileTree.builder().file("sh", Path.of("/bin/sh").toRealPath()).build();
    Platform host = Platforms.standard().host().orElseThrow();

    for (Platform platform : Platforms.standard().all()) {
      assertThat(NativeFiles.check(tree, platform).isEmpty()).isEqualTo(platform.equals(host));
    }
  }

  @Test
  void looksIntoStaticLibraries() {
    byte[] library =
        library(
            "/               ", new byte[5],
            "good.o/         ", elf("linux/arm64").type(1).toBytes(),
            "#1/8            ",
                concat("long.o\0\0".getBytes(ISO_8859_1), elf("linux/amd64").toBytes()));

    List<Problem> problems = check(library, "linux/arm64");

    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly("f(#1/8) was not built for linux/arm64");
    assertThat(check(library(), "linux/arm64")).isEmpty();
  }

  @Test
  void aDamagedStaticLibraryIsAProblem() {
    byte[] library = library("good.o/         ", elf("linux/arm64").type(1).toBytes());
    byte[] cut = Arrays.copyOf(library, library.length - 10);

    assertThat(check(cut, "linux/arm64"))
        .extracting(Problem::id)
        .containsExactly(NativeFiles.NATIVE_FILE_DAMAGED);
  }

  private static byte[] library(Object... namesAndContents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("!<arch>\n".getBytes(ISO_8859_1));
    for (int i = 0; i < namesAndContents.length; i += 2) {
      byte[] content = (byte[]) namesAndContents[i + 1];
      String header = namesAndContents[i] + "0           0     0     100644  ";
      out.writeBytes((header + String.format("%-10d`\n", content.length)).getBytes(ISO_8859_1));
      out.writeBytes(content);
      out.writeBytes(new byte[content.length % 2]);
    }
    return out.toByteArray();
  }

  static Stream<Arguments> otherFormats() {
    return Stream.of(
        Arguments.of("Mach-O", machO(0xCFFAEDFE, 2), false),
        Arguments.of("Mach-O, big-endian", machO(0xFEEDFACE, 2), false),
        Arguments.of("Mach-O for several", machO(0xCAFEBABE, 0), false),
        Arguments.of("Java class", javaClass(), true),
        Arguments.of("PE", pe(3, 0), false),
        Arguments.of("PE for .NET", pe(3, 0x2008), true),
        Arguments.of("PE for firmware", pe(10, 0), true),
        Arguments.of("MZ and nothing", "MZ".repeat(50).getBytes(ISO_8859_1), true),
        Arguments.of("script", "#!/bin/sh\nexit\n".getBytes(ISO_8859_1), true),
        Arguments.of("text", "ELF".getBytes(ISO_8859_1), true),
        Arguments.of("nothing", new byte[0], true));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("otherFormats")
  void knowsOtherFormats(String name, byte[] bytes, boolean fits) {
    assertThat(check(bytes, "linux/amd64").isEmpty()).as(name).isEqualTo(fits);
  }

  private static byte[] machO(int magic, int type) {
    byte[] bytes = new byte[64];
    ByteBuffer.wrap(bytes).putInt(magic).putInt(magic == 0xCAFEBABE ? 2 : 7);
    bytes[magic == 0xCFFAEDFE ? 12 : 15] = (byte) type;
    return bytes;
  }

  private static byte[] javaClass() {
    byte[] bytes = new byte[64];
    ByteBuffer.wrap(bytes).putInt(0xCAFEBABE).putInt(61);
    return bytes;
  }

  private static byte[] pe(int subsystem, int clrAddress) {
    byte[] bytes = new byte[512];
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'M').put((byte) 'Z').putInt(0x3C, 0x80).putInt(0x80, 0x00004550);
    int optional = 0x80 + 24;
    file.putShort(optional, (short) 0x20B).putShort(optional + 68, (short) subsystem);
    file.putInt(optional + 108, 16).putInt(optional + 112 + 14 * 8, clrAddress);
    return bytes;
  }

  @Test
  void cargoIsNotLookedAt() {
    FileTree tree = FileTree.builder().file("t64.exe", pe(3, 0), false).build();
    Platform platform = platform("linux/amd64");

    assertThat(new NativeFiles(platform, name -> name.endsWith(".exe")).check(tree)).isEmpty();
    assertThat(new NativeFiles(platform).check(tree)).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damagedFiles")
  void damageIsAProblem(String name, byte[] bytes) {
    assertThat(check(bytes, "linux/arm/v7"))
        .as(name)
        .extracting(Problem::id)
        .containsExactly(NativeFiles.NATIVE_FILE_DAMAGED);
  }

  static Stream<Arguments> damagedFiles() {
    return Stream.of(
        Arguments.of("only the magic", bytes(file -> file.limit(4))),
        Arguments.of("half a header", bytes(file -> file.limit(30))),
        Arguments.of("unknown class", bytes(file -> file.put(4, (byte) 3))),
        Arguments.of("unknown encoding", bytes(file -> file.put(5, (byte) 0))),
        Arguments.of("unknown version", bytes(file -> file.putInt(20, 2))),
        Arguments.of("unknown header size", bytes(file -> file.putShort(40, (short) 64))),
        Arguments.of("program headers beyond the end", bytes(file -> file.putInt(28, 9999))),
        Arguments.of("program headers before anything", bytes(file -> file.putInt(28, -8))),
        Arguments.of("65535 program headers", bytes(file -> file.putShort(44, (short) -1))),
        Arguments.of("program headers of no size", bytes(file -> file.putShort(42, (short) 0))),
        Arguments.of("sections beyond the end", bytes(file -> file.putInt(32, 0x7FFFFFFF))),
        Arguments.of(
            "sections of a wrong size", bytes(file -> file.putInt(32, 52).putShort(46, (short) 0))),
        Arguments.of("interpreter beyond the end", bytes(file -> file.putInt(52 + 4, 9999))),
        Arguments.of("interpreter of 2 GiB", bytes(file -> file.putInt(52 + 16, 0x7FFFFFFF))),
        Arguments.of("interpreter without an end", bytes(file -> file.putInt(52 + 16, 3))),
        Arguments.of("segment beyond the end", bytes(file -> file.putInt(52, 1).putInt(56, 999))));
  }

  private static byte[] bytes(Consumer<ByteBuffer> damage) {
    byte[] bytes = elf("linux/arm/v7").interpreter("/lib/ld-linux-armhf.so.3").toBytes();
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    damage.accept(file);
    return Arrays.copyOf(bytes, file.limit());
  }

  @Test
  void damageNeverEscapesAsAnException() {
    Random random = new Random(20260501);
    byte[] arm =
        elf("linux/arm/v7")
            .type(1)
            .flags(0x05000000)
            .armAttributes(armAttributes(1, 3))
            .interpreter("/lib/ld")
            .toBytes();
    byte[] library =
        library("a.o/            ", arm, "b.o/            ", elf("linux/s390x").toBytes());
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = (round % 2 == 0 ? arm : library).clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        bytes[random.nextInt(bytes.length)] =
            (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
      }
      byte[] cut =
          Arrays.copyOf(
              bytes, bytes.length - (random.nextInt(4) == 0 ? random.nextInt(bytes.length) : 0));

      assertThat(check(cut, "linux/arm/v7"))
          .extracting(Problem::id)
          .isSubsetOf(NativeFiles.WRONG_ARCHITECTURE, NativeFiles.NATIVE_FILE_DAMAGED);
    }
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static ElfBytes elf(String platform) {
    return ElfBytes.of(platform);
  }

  private static Platform platform(String name) {
    return Platforms.standard().parse(name, Location.NONE);
  }

  private static List<Problem> check(byte[] bytes, String wanted) {
    FileTree tree = FileTree.builder().file("f", bytes, true).build();
    return NativeFiles.check(tree, platform(wanted));
  }
}
