package dev.ocelot.packaging.component;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that runs a build script: what its {@code #!} line says, else {@code sh}. Like the
 * kernel, one argument at most is taken from that line, but the script need not be executable.
 */
final class ScriptCommand {
  private static final int LONGEST = 256;

  private ScriptCommand() {}

  /**
   * The command.
   *
   * @param script the script, to be read
   * @param name what the command calls it
   */
  static List<String> of(Path script, String name) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(script)) {
      head = in.readNBytes(LONGEST);
    }
    List<String> argv = new ArrayList<>(interpreter(new String(head, StandardCharsets.UTF_8)));
    argv.add(name.startsWith("-") ? "./" + name : name);
    return List.copyOf(argv);
  }

  private static List<String> interpreter(String head) {
    int end = head.indexOf('\n');
    if (!head.startsWith("#!") || end < 0) {
      return List.of("sh");
    }
    String[] words = head.substring(2, end).strip().split("[ \t]+", 2);
    return words[0].isEmpty() ? List.of("sh") : List.of(words);
  }
}
