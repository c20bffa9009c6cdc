package dev.ocelot.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program that does the same work, run as its users run it. */
final class Peer {
  private Peer() {}

  static void run(Path folder, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(command.get(0) + " ended with " + exit);
    }
  }
}
