package dev.ocelot.packaging.artifact;

import dev.ocelot.packaging.archive.ArchiveWriter;
import dev.ocelot.packaging.archive.ContentDigest;
import dev.ocelot.packaging.archive.ExecutableBit;
import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.Packing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is known of a packed tree from before it was packed; kept beside the archive in the store.
 *
 * @param contentDigest sha256 over sorted names, modes and contents
 * @param unpackedSize the bytes of its files
 */
public record PackedTree(String contentDigest, long unpackedSize) {
  private static final String FACTS = "facts";

  /**
   * Packs a tree into a step's output, as one archive or several that hold the same.
   *
   * @param tree what to pack
   * @param output the step's output folder
   * @return packs it
   */
  public static Writer writer(FileTree tree, Path output) {
    return new Writer(tree, output);
  }

  /**
   * Reads what was kept.
   *
   * @param facts the file {@link #factsName} of a store entry
   * @return what is known
   */
  public static PackedTree read(Path facts) {
    try {
      String[] fields = Files.readString(facts).strip().split(" ", -1);
      return new PackedTree(fields[0], Long.parseLong(fields[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The name under which it is kept.
   *
   * @return a file name
   */
  public static String factsName() {
    return FACTS;
  }

  /** Packs one tree. */
  public static final class Writer {
    private final FileTree tree;
    private final Path output;

    private Writer(FileTree tree, Path output) {
      this.tree = tree;
      this.output = output;
    }

    /**
     * Writes an archive.
     *
     * @param packing how
     * @param file its file name
     * @return this
     * @throws dev.ocelot.problem.ProblemException {@code file-access} when a file cannot be read or
     *     the archive cannot be written
     */
    public Writer archive(Packing packing, String file) {
      Path target = output.resolve(file);
      new ArchiveWriter(packing).write(tree, target);
      setMode(target);
      return this;
    }

    /** Keeps the facts. */
    public void end() {
      try {
        Path facts = output.resolve(FACTS);
        Files.writeString(facts, ContentDigest.of(tree) + " " + tree.totalSize() + "\n");
        setMode(facts);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void setMode(Path file) {
      try {
        ExecutableBit.set(file, false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
