package dev.ocelot.packaging.binary;

import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.TreeEntry.RegularFile;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Judges whether the native files of a tree fit a platform: ELF files of every kind, also within
 * static libraries. Programs for macOS and Windows fit none. Scripts and data fit all; what lies
 * within other archives is not looked at.
 */
public final class NativeFiles {
  /** A native file was built for another machine. */
  public static final ProblemId WRONG_ARCHITECTURE = ProblemId.user("wrong-architecture");

  /** A native file is cut off, or contradicts itself. */
  public static final ProblemId NATIVE_FILE_DAMAGED = ProblemId.user("native-file-damaged");

  private static final int SMALLEST = 4;

  private final Platform platform;
  private final ElfFit fit;
  private final Predicate<String> cargo;

  /**
   * For a platform, where every native file must fit.
   *
   * @param platform what the files must run on
   */
  public NativeFiles(Platform platform) {
    this(platform, name -> false);
  }

  /**
   * For a platform, where some files are only carried, such as the launchers for Windows that
   * Python's packaging tools come with.
   *
   * @param platform what the files must run on
   * @param cargo says for a name in the tree that the file is data, whatever it holds
   */
  public NativeFiles(Platform platform, Predicate<String> cargo) {
    this.platform = platform;
    this.fit = new ElfFit(platform.elf());
    this.cargo = cargo;
  }

  /**
   * Checks with every native file meant to run.
   *
   * @param tree the files
   * @param platform what they must run on
   * @return as {@link #check(FileTree)}
   */
  public static List<Problem> check(FileTree tree, Platform platform) {
    return new NativeFiles(platform).check(tree);
  }

  /**
   * Checks every file that is native by its first bytes.
   *
   * @param tree the files
   * @return {@code wrong-architecture}, {@code native-file-damaged} or {@code file-access} for each
   *     file that does not fit or cannot be read, in the tree's order; empty when all fit
   */
  public List<Problem> check(FileTree tree) {
    List<Problem> problems = new ArrayList<>();
    tree.entries().stream()
        .filter(RegularFile.class::isInstance)
        .map(RegularFile.class::cast)
        .filter(file -> file.size() >= SMALLEST && !cargo.test(file.name()))
        .forEach(file -> check(file).ifPresent(problems::add));
    return problems;
  }

  private Optional<Problem> check(RegularFile file) {
    try (SeekableByteChannel channel = file.content().open()) {
      return check(file.name(), ByteWindow.of(channel));
    } catch (MalformedBinaryException e) {
      return Optional.of(damaged(file.name(), e));
    } catch (IOException e) {
      return Optional.of(ElfHeader.unreadable(file.name(), e));
    }
  }

  private Optional<Problem> check(String name, ByteWindow file) throws IOException {
    if (ElfFile.isElf(file)) {
      return fit.mismatch(ElfFile.read(file)).map(got -> wrong(name, got));
    }
    if (StaticLibrary.isLibrary(file)) {
      return checkMembers(name, file);
    }
    return ForeignFormat.of(file).map(format -> wrong(name, format.text()));
  }

  /** The first member that does not fit stands for all: they come from one compiler. */
  private Optional<Problem> checkMembers(String name, ByteWindow file) throws IOException {
    List<Problem> found = new ArrayList<>();
    StaticLibrary.visit(
        file,
        (member, content) -> {
          if (ElfFile.isElf(content)) {
            String shown = name + "(" + member.replaceFirst("/$", "") + ")";
            fit.mismatch(ElfFile.read(content)).ifPresent(got -> found.add(wrong(shown, got)));
          }
          return found.isEmpty();
        });
    return found.stream().findFirst();
  }

  private Problem wrong(String name, String got) {
    return Problem.error(WRONG_ARCHITECTURE, name + " was not built for " + platform.name())
        .at(Location.of(name))
        .comparing(got, fit.expected())
        .withRemedy(
            Remedy.advice(
                "compile it for "
                    + platform.triple()
                    + ", which the build script finds in OCELOT_TRIPLE, for example with "
                    + platform.triple()
                    + "-gcc"));
  }

  static Problem damaged(String name, MalformedBinaryException reason) {
    return Problem.error(
            NATIVE_FILE_DAMAGED,
            name + " begins as a native file but " + Objects.requireNonNull(reason.getMessage()))
        .at(Location.of(name))
        .withRemedy(Remedy.advice("build it again; it may have been cut off by a full disk"));
  }
}
