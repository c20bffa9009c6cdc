package dev.ocelot.packaging.binary;

import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import java.util.List;
import java.util.function.Predicate;

/** Judges whether the native files of a tree fit a platform. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class NativeFiles {
  /** A native file was built for another machine. */
  public static final ProblemId WRONG_ARCHITECTURE = ProblemId.user("wrong-architecture");

  /** A native file is cut off, or its header contradicts its size. */
  public static final ProblemId NATIVE_FILE_DAMAGED = ProblemId.user("native-file-damaged");

  private final Platform platform;
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
   * For a platform, where some files are only carried.
   *
   * @param platform what the files must run on
   * @param cargo says for a name in the tree that the file is data, whatever it holds
   */
  public NativeFiles(Platform platform, Predicate<String> cargo) {
    this.platform = platform;
    this.cargo = cargo;
  }

  /**
   * Checks every file that is native by its first bytes.
   *
   * @param tree the files
   * @return a problem for each that does not fit, in the tree's order; empty when all do
   */
  public List<Problem> check(FileTree tree) {
    throw new UnsupportedOperationException("" + platform + cargo);
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
}
