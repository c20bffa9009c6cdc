package dev.ocelot.tag;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes tags: the one place that reads inputs.
 *
 * <p>Bytes are hashed as they are. Only regular files within the repository are read; whatever else
 * an input is, is a problem and never part of a tag. May be used by several threads at once. It
 * remembers which folders lie within the repository, so it should not outlive a run.
 */
public final class TagCalculator {
  /** A file was written while it was read, twice in a row. */
  public static final ProblemId INPUT_CHANGED = ProblemId.user("input-changed");

  private static final int ATTEMPTS = 2;
  private static final Set<OpenOption> OPTIONS =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private final InputGate gate;
  private final Deque<Workspace> idle = new ArrayDeque<>();

  /**
   * A calculator for one repository.
   *
   * @param root the root of the repository, which no input may leave
   * @throws ProblemException when the root cannot be read
   */
  public TagCalculator(Path root) {
    this.gate = new InputGate(root);
  }

  /**
   * The tag of inputs.
   *
   * @param inputs in order, the build script first; the same file may stand twice
   * @return the tag
   * @throws ProblemException with a problem for every input that is missing, unreadable, not a
   *     regular file or outside the repository ({@code input-missing}), or {@code input-changed}
   */
  public Tag tag(List<TagInput> inputs) {
    return computed(null, inputs, Reading.TAG).tag();
  }

  /**
   * The tag of inputs of which the first was read before.
   *
   * @param first the build script
   * @param others the other inputs, in order
   * @return the tag
   * @throws ProblemException as {@link #tag(List)}
   */
  public Tag tag(HeldInput first, List<TagInput> others) {
    return computed(first, others, Reading.TAG).tag();
  }

  /**
   * The tag of inputs together with what each input is, found out in one reading.
   *
   * @param inputs in order, the build script first
   * @return the tag and the inputs
   * @throws ProblemException as {@link #tag(List)}
   */
  public ComputedTag describe(List<TagInput> inputs) {
    return computed(null, inputs, Reading.DESCRIPTION);
  }

  /**
   * As {@link #describe(List)}, of inputs of which the first was read before.
   *
   * @param first the build script
   * @param others the other inputs, in order
   * @return the tag and the inputs
   * @throws ProblemException as {@link #tag(List)}
   */
  public ComputedTag describe(HeldInput first, List<TagInput> others) {
    return computed(first, others, Reading.DESCRIPTION);
  }

  private ComputedTag computed(@Nullable HeldInput first, List<TagInput> others, Reading reading) {
    Workspace workspace = borrow();
    try {
      return untilSteady(
          () -> {
            Gathering gathering = new Gathering(workspace, reading);
            if (first != null) {
              gathering.add(first);
            }
            for (TagInput input : others) {
              gathering.add(input);
            }
            return gathering.result();
          });
    } finally {
      giveBack(workspace);
    }
  }

  /**
   * Reads an input that is small enough to be held, such as a build script.
   *
   * @param input a file
   * @param most how many bytes it may have
   * @return the input with its bytes
   * @throws ProblemException as {@link #tag(List)}; {@code input-missing} when it is larger
   */
  public HeldInput hold(TagInput input, int most) {
    Workspace workspace = borrow();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      return untilSteady(
          () -> {
            bytes.reset();
            read(input, most, workspace, length -> workspace.copyTo(bytes, length));
            return new HeldInput(input, bytes.toByteArray());
          });
    } finally {
      giveBack(workspace);
    }
  }

  /** What is wanted from a reading. */
  private enum Reading {
    TAG,
    DESCRIPTION
  }

  private interface Attempt<T> {
    T run() throws ChangedException;
  }

  /** A file was not the same before and after it was read. */
  private static final class ChangedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient TagInput input;

    ChangedException(TagInput input) {
      super(input.path());
      this.input = input;
    }
  }

  private Workspace borrow() {
    synchronized (idle) {
      return idle.isEmpty() ? new Workspace() : idle.pop();
    }
  }

  private void giveBack(Workspace workspace) {
    synchronized (idle) {
      idle.push(workspace);
    }
  }

  private static <T> T untilSteady(Attempt<T> attempt) {
    for (int i = 1; ; i++) {
      try {
        return attempt.run();
      } catch (ChangedException e) {
        if (i == ATTEMPTS) {
          throw changed(e);
        }
      }
    }
  }

  private static ProblemException changed(ChangedException e) {
    return new ProblemException(
        Problem.error(INPUT_CHANGED, "input '" + e.input.path() + "' was changed while it was read")
            .at(e.input.declaredAt())
            .withRemedy(Remedy.advice("Run again when nothing writes to it any more")),
        e);
  }

  /** One tag in the making. */
  private final class Gathering {
    private final Workspace workspace;
    private final Reading reading;
    private final List<InputDigest> digests = new ArrayList<>();
    private final Problems problems = new Problems();

    Gathering(Workspace workspace, Reading reading) {
      this.workspace = workspace;
      this.reading = reading;
      workspace.md5().reset();
    }

    void add(HeldInput held) {
      byte[] bytes = held.bytes();
      if (reading == Reading.TAG) {
        workspace.md5().update(bytes);
      } else {
        InputDescription description = workspace.description();
        workspace.addToDescription(bytes);
        digests.add(description.finish(held.input().path(), bytes.length));
      }
    }

    void add(TagInput input) throws ChangedException {
      try {
        if (reading == Reading.TAG) {
          read(input, Long.MAX_VALUE, workspace, workspace::addToTag);
        } else {
          InputDescription description = workspace.description();
          long size = read(input, Long.MAX_VALUE, workspace, workspace::addToDescription);
          digests.add(description.finish(input.path(), size));
        }
      } catch (ProblemException e) {
        problems.addAll(e.problems());
      }
    }

    ComputedTag result() {
      problems.throwIfErrors();
      return new ComputedTag(Tag.of(workspace.md5().digest()), digests);
    }
  }

  private interface Chunk {
    void add(int length);
  }

  /** Reads one input; the number of bytes that it has. */
  private long read(TagInput input, long most, Workspace workspace, Chunk chunk)
      throws ChangedException {
    InputGate.Admitted admitted = gate.admit(input);
    long size = admitted.attributes().size();
    if (size > most) {
      throw InputGate.tooLarge(input, size, most);
    }
    long count = 0;
    try (FileChannel channel = FileChannel.open(admitted.file(), OPTIONS)) {
      int reads = 0;
      // no further than the known size: an endless file would never be done
      for (; count < size; reads++) {
        int length = channel.read(workspace.buffer().clear());
        if (length < 0) {
          break;
        }
        chunk.add(length);
        count += length;
      }
      // what one read brings is the file of one moment; more of them can bring half an old file
      boolean torn =
          reads > 1 && !same(admitted.attributes(), InputGate.attributes(admitted.file()));
      if (count != size || torn) {
        throw new ChangedException(input);
      }
    } catch (IOException e) {
      throw InputGate.unreadable(input, e);
    }
    return size;
  }

  private static boolean same(BasicFileAttributes before, BasicFileAttributes after) {
    return before.size() == after.size()
        && before.lastModifiedTime().equals(after.lastModifiedTime())
        && Objects.equals(before.fileKey(), after.fileKey());
  }
}
