package dev.ocelot.packaging.ci;

import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that an engine reads after a step, and to which several programs may have added. */
final class CommandFile {
  private final Path file;

  CommandFile(Path file) {
    this.file = file;
  }

  /** Adds whole lines, in one write where the system allows it. */
  void append(String lines) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new ProblemException(
            Problem.error(ProblemId.FILE_ACCESS, file + " is not a regular file")
                .at(Location.of(file.toString())));
      }
      String text = endsInMidLine() ? "\n" + lines : lines;
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      try (FileChannel out =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
    } catch (IOException e) {
      throw new ProblemException(FileAccessProblem.of(file.toString(), "written", e), e);
    }
  }

  private boolean endsInMidLine() throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return in.size() > 0 && in.read(last, in.size() - 1) == 1 && last.get(0) != '\n';
    }
  }
}
