package dev.ocelot.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in a user's words why a file or folder could not be read or written. */
public final class FileAccessProblem {
  /** What to do about a disk that is full, or a folder that cannot be written. */
  public static final Remedy MAKE_ROOM =
      Remedy.advice("free space on that disk or mend the folder, then run again");

  private static final Remedy PERMIT =
      Remedy.advice("Give yourself permission on it and on the folders above it");

  private FileAccessProblem() {}

  /**
   * The problem that an exception stands for.
   *
   * @param shownAs the file or folder
   * @param done what was tried, such as {@code read} or {@code written}
   * @param e what was thrown
   * @return a {@code file-access} problem at the file
   */
  public static Problem of(String shownAs, String done, IOException e) {
    return Problem.error(ProblemId.FILE_ACCESS, shownAs + " cannot be " + done + ": " + reason(e))
        .at(Location.of(shownAs))
        .withRemedy(e instanceof AccessDeniedException ? PERMIT : Remedy.NONE);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (e instanceof FileAlreadyExistsException present) {
      return present.getFile() + " is in the way";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
