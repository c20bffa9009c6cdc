package dev.ocelot.tag.init;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.file.FileLocks;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.declared.DeclaredTagsEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a plan: all of it, or nothing. What was written before a failure is taken back, and files
 * that changed since the plan was made are a failure.
 */
public final class InitWriter {
  private final RepositoryRoot root;
  private final FileLocks locks;

  /**
   * For one repository.
   *
   * @param root the repository
   * @param locks the locks of the user
   */
  public InitWriter(RepositoryRoot root, FileLocks locks) {
    this.root = root;
    this.locks = locks;
  }

  /**
   * Writes.
   *
   * @param plan what to write
   * @throws ProblemException when anything cannot be written or is not as it was when the plan was
   *     made; everything is as before then, or a problem says what is not
   */
  public void write(InitPlan plan) {
    RollBack rollBack = new RollBack();
    try {
      for (PlannedFile file : plan.files()) {
        write(file, rollBack);
      }
      declare(plan, rollBack);
    } catch (ProblemException e) {
      throw rollBack.after(e);
    }
  }

  @SuppressWarnings("try") // the lock is held, not used
  private void write(PlannedFile planned, RollBack rollBack) {
    try {
      Path file = root.resolve(planned.path());
      Path real = Files.exists(file) ? file.toRealPath() : file;
      rollBack.makeFolders(real);
      try (FileLocks.Held lock = locks.lock(real, planned.path())) {
        AtomicFile target = new AtomicFile(real);
        if (!target.write(planned.after(), () -> isAsPlanned(real, planned))) {
          throw changed(planned.path());
        }
        rollBack.written(real, planned);
      }
      if (planned.executable()) {
        makeExecutable(real);
      }
    } catch (IOException e) {
      throw new ProblemException(FileAccessProblem.of(planned.path(), "written", e), e);
    }
  }

  private static boolean isAsPlanned(Path file, PlannedFile planned) throws IOException {
    Optional<byte[]> before = planned.before();
    return before.isEmpty()
        ? Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
        : Arrays.equals(before.get(), Files.readAllBytes(file));
  }

  private static ProblemException changed(String path) {
    return new ProblemException(
        Problem.error(ProblemId.FILE_ACCESS, path + " was changed by somebody else just now")
            .at(Location.of(path))
            .withRemedy(Remedy.advice("Run this again")));
  }

  private static void makeExecutable(Path file) throws IOException {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (permissions.contains(PosixFilePermission.GROUP_READ)) {
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
      }
      if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      }
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      Files.setPosixFilePermissions(file, permissions);
    } catch (UnsupportedOperationException e) {
      // this system has no such permissions
    }
  }

  private void declare(InitPlan plan, RollBack rollBack) {
    String shownAs = plan.declaredTagsFile();
    Path file = root.resolve(shownAs);
    try {
      rollBack.makeFolders(file);
    } catch (IOException e) {
      throw new ProblemException(FileAccessProblem.of(shownAs, "written", e), e);
    }
    new DeclaredTagsEditor(locks)
        .update(
            file,
            shownAs,
            Map.of(plan.component().declaredKey(), plan.tag()),
            DeclaredTagsEditor.Style.IN_PLACE);
  }
}
