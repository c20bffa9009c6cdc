package dev.ocelot.packaging.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's own refusal: the program is open for writing. */
class ProcessStartTest {
  private final Path program;
  private final AtomicInteger pauses = new AtomicInteger();

  ProcessStartTest(@TempDir Path folder) {
    this.program = folder.resolve("program");
  }

  @BeforeEach
  void copy() throws IOException {
    Files.copy(Path.of("/bin/true"), program);
  }

  private OutputStream writer() throws IOException {
    return Files.newOutputStream(program, StandardOpenOption.APPEND);
  }

  @Test
  void waitsUntilNobodyWritesTheProgram() throws Exception {
    OutputStream writer = writer();
    ProcessStart start =
        new ProcessStart(
            () -> {
              try {
                if (pauses.incrementAndGet() == 3) {
                  writer.close();
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });

    Process process = start.of(new ProcessBuilder(program.toString()));

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(pauses).hasValue(3);
  }

  @Test
  void givesUpInTheEnd() throws Exception {
    ProcessStart start = new ProcessStart(pauses::incrementAndGet);
    try (OutputStream writer = writer()) {
      assertThatThrownBy(() -> start.of(new ProcessBuilder(program.toString())))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("26");
      writer.flush();
    }
    assertThat(pauses).hasValue(499);
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    ProcessStart start =
        new ProcessStart(
            () -> {
              throw new InterruptedException();
            });
    try (OutputStream writer = writer()) {
      assertThatThrownBy(() -> start.of(new ProcessBuilder(program.toString())))
          .isInstanceOf(IOException.class);
      writer.flush();
    }
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatCannotBeStartedIsSaidAtOnce() {
    ProcessStart start = new ProcessStart(pauses::incrementAndGet);

    assertThatThrownBy(() -> start.of(new ProcessBuilder(program + ".missing")))
        .isInstanceOf(IOException.class);
    assertThat(pauses).hasValue(0);
  }
}
