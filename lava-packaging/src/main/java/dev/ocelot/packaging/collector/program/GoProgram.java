package dev.ocelot.packaging.collector.program;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;

/** A program for Linux that was linked by Go 1.18 or newer; 64 bits, little-endian. */
public final class GoProgram {
  /** A file is no program of Go, or is damaged. */
  public static final ProblemId NOT_A_GO_PROGRAM = ProblemId.user("not-a-go-program");

  private final Path file;
  private final ElfSections sections;

  private GoProgram(Path file, ElfSections sections) {
    this.file = file;
    this.sections = sections;
  }

  /**
   * Opens a program.
   *
   * @param file the program
   * @return the program
   * @throws ProblemException {@code not-a-go-program}, {@code file-access}
   */
  public static GoProgram open(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return read(file, () -> new GoProgram(file, ElfSections.of(bytes)));
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "a program cannot be read: " + e)
              .at(Location.of(file.toString())),
          e);
    }
  }

  /**
   * The modules that were linked, as {@code go version -m} shows them.
   *
   * @return in Go's order, without the main module
   * @throws ProblemException {@code not-a-go-program}
   */
  public List<LinkedModule> modules() {
    return read(
        file, () -> LinkedModule.parse(BuildInfo.lines(sections.section(BuildInfo.SECTION))));
  }

  /**
   * How much code each package has: the bytes from the start of each of its functions to the start
   * of the next.
   *
   * @return import paths to bytes; {@code main} is the program's own, and what belongs to no
   *     package has an empty path
   * @throws ProblemException {@code not-a-go-program}
   */
  public SortedMap<String, Long> codeByPackage() {
    return read(
        file, () -> FunctionTable.of(sections.section(FunctionTable.SECTION)).codeByPackage());
  }

  private interface Reading<T> {
    T read() throws MalformedProgramException;
  }

  private static <T> T read(Path file, Reading<T> reading) {
    try {
      return reading.read();
    } catch (MalformedProgramException | BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new ProblemException(
          Problem.error(NOT_A_GO_PROGRAM, "not a program that Go has linked: " + e.getMessage())
              .at(Location.of(String.valueOf(file.getFileName())))
              .withRemedy(Remedy.advice("build it with Go 1.18 or newer")),
          e);
    }
  }
}
