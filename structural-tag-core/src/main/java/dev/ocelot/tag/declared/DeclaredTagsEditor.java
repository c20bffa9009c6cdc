package dev.ocelot.tag.declared;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.file.FileLocks;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes tags into a declared-tags file: all of them or none, atomically, and only when one
 * differs.
 *
 * <p>Editors of one file take turns by a lock and read it again once they hold it, so that no
 * update is lost; a change by somebody who knows no lock is noticed before the file is replaced,
 * and the update is applied to that. A link is followed and stays; mode, owner and group stay. A
 * file that does not exist is made.
 */
public final class DeclaredTagsEditor {
  private final FileLocks locks;

  /** How a file is written. */
  public enum Style {
    /** Only the bytes of the values change. */
    IN_PLACE,
    /** The whole file is written as PyYAML writes it. */
    CANONICAL
  }

  /**
   * Edits with the locks of a user.
   *
   * @param locks the locks
   */
  public DeclaredTagsEditor(FileLocks locks) {
    this.locks = locks;
  }

  /**
   * Declares tags.
   *
   * @param file the declared-tags file, or a link to it
   * @param shownAs its name in messages
   * @param tags declared keys to tags; keys that are absent are added
   * @param style how to write
   * @return what was written
   * @throws ProblemException when the file is malformed, read-only, not a regular file, busy for
   *     too long or cannot be edited; it is as before then
   */
  public DeclaredTagsUpdate update(Path file, String shownAs, Map<String, Tag> tags, Style style) {
    return updateAll(List.of(new Order(file, shownAs, tags)), style).get(0);
  }

  /**
   * Tags that are to be declared in one file.
   *
   * @param file the declared-tags file, or a link to it
   * @param shownAs its name in messages
   * @param tags declared keys to tags; keys that are absent are added
   */
  public record Order(Path file, String shownAs, Map<String, Tag> tags) {
    /** Keeps a copy. */
    public Order {
      tags = Map.copyOf(tags);
    }
  }

  /**
   * Declares tags in several files: all of them or none. Every file's new bytes are written beside
   * it before the first is renamed, so only a kill between two renames could part them.
   *
   * @param orders what goes into which file
   * @param style how to write
   * @return what was written, an element a file, sorted by the files' real paths
   * @throws ProblemException as {@link #update}; all files are as before then
   */
  public List<DeclaredTagsUpdate> updateAll(List<Order> orders, Style style) {
    try {
      List<Aim> aims = aims(orders);
      List<DeclaredTagsUpdate> seen = new ArrayList<>();
      boolean clean = true;
      for (Aim aim : aims) {
        byte[] bytes = aim.file().bytes();
        seen.add(new DeclaredTagsUpdate(new Edit(bytes, aim.shownAs(), aim.tags, style).changes()));
        clean &= Files.notExists(aim.target.temporary(), LinkOption.NOFOLLOW_LINKS);
      }
      return clean && seen.stream().allMatch(update -> update.changes().isEmpty())
          ? seen
          : locked(aims, style);
    } catch (IOException e) {
      String names = orders.stream().map(Order::shownAs).collect(Collectors.joining(", "));
      throw new ProblemException(FileAccessProblem.of(names, "written", e), e);
    }
  }

  /** Everybody takes locks in the order of real paths, so that two who want both never wait. */
  private List<DeclaredTagsUpdate> locked(List<Aim> aims, Style style) throws IOException {
    Deque<FileLocks.Held> held = new ArrayDeque<>();
    try {
      for (Aim aim : aims) {
        held.push(locks.lock(aim.real, aim.shownAs()));
        aim.target.sweep();
      }
      return new Declaration(aims.stream().map(Aim::part).toList(), style).write();
    } finally {
      held.forEach(FileLocks.Held::close);
    }
  }

  /** Names of one file, by links, are one aim: its lock can be taken once. */
  private static List<Aim> aims(List<Order> orders) throws IOException {
    Map<Path, Aim> byFile = new TreeMap<>();
    for (Order order : orders) {
      Path real = real(order.file(), order.shownAs());
      Aim aim = byFile.computeIfAbsent(real, Aim::new);
      aim.names.add(order.shownAs());
      aim.tags.putAll(order.tags());
    }
    return List.copyOf(byFile.values());
  }

  /** What goes into one real file. */
  private static final class Aim {
    private final Path real;
    private final AtomicFile target;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Tag> tags = new TreeMap<>();

    private Aim(Path real) {
      this.real = real;
      this.target = new AtomicFile(real);
    }

    private String shownAs() {
      return names.get(0);
    }

    private DeclaredFile file() {
      return new DeclaredFile(real, shownAs());
    }

    private Declaration.Part part() {
      return new Declaration.Part(file(), tags, target::stage);
    }
  }

  /** The file with links resolved; where there is none yet, its place with links resolved. */
  private static Path real(Path file, String shownAs) throws IOException {
    if (!Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isRegularFile(file)) {
        throw new ProblemException(
            Problem.error(ProblemId.INPUT_MISSING, shownAs + " is not a regular file")
                .at(Location.of(shownAs)));
      }
      return file.toRealPath();
    }
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    return folder == null || Files.notExists(folder)
        ? absolute
        : folder.toRealPath().resolve(absolute.getFileName());
  }
}
