package dev.ocelot.packaging.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessTableTest {
  private final Path root;

  ProcessTableTest(@TempDir Path root) {
    this.root = root;
  }

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void space(String space) throws IOException {
    Files.createDirectories(root.resolve("proc/self/ns"));
    Files.createSymbolicLink(root.resolve("proc/self/ns/pid"), Path.of(space));
  }

  static Stream<ProcessTable> tables() {
    return Stream.of(ProcessTable.here(), new PortableProcesses());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void thisProcessRunsAndOneThatEndedDoesNot(ProcessTable table)
      throws IOException, InterruptedException {
    assertThat(table.startOf(table.self())).isPresent().isEqualTo(table.startOf(table.self()));
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertThat(table.startOf(ended.pid())).isEmpty();
    assertThat(table.scope()).isEqualTo(table.scope()).isNotBlank();
    assertThat(table.boot()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"maven, S, 777", "'a) b (c', R, 777", "')', S, 777", "maven, Z, ", "maven, X, "})
  void theStartIsReadWhateverTheProgramIsCalled(String name, String state, String start)
      throws IOException {
    String middle = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18";
    file("proc/42/stat", "42 (" + name + ") " + state + " " + middle + " 777 20 21\n");
    assertThat(new LinuxProcesses(root).startOf(42).orElse(null)).isEqualTo(start);
  }

  @Test
  void anIncompleteTableIsNoProcess() throws IOException {
    file("proc/42/stat", "42 (x) S 1");
    assertThat(new LinuxProcesses(root).startOf(42)).isEmpty();
    assertThat(new LinuxProcesses(root).startOf(43)).isEmpty();
  }

  @Test
  void aMachineIdIsBelievedInTheFirstSpaceOnly() throws IOException {
    file("etc/machine-id", "the-machine\n");
    file("proc/sys/kernel/random/boot_id", "boot-1\n");
    file("proc/sys/kernel/hostname", "host\n");
    space("pid:[4026531836]");
    assertThat(new LinuxProcesses(root).scope()).startsWith("the-machine\nhost\n");
    Files.delete(root.resolve("proc/self/ns/pid"));
    space("pid:[4026532000]");
    assertThat(new LinuxProcesses(root).scope()).startsWith("boot-1\nhost\n");
  }

  @Test
  void withoutAMachineIdTheBootNamesTheMachine() throws IOException {
    file("proc/sys/kernel/random/boot_id", "boot-1\n");
    space("pid:[4026531836]");
    assertThat(new LinuxProcesses(root).scope()).startsWith("boot-1\n");
  }
}
