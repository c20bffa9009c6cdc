package dev.ocelot.tag.declared;

import dev.ocelot.file.FileLocks;
import dev.ocelot.tag.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An editor in a JVM of its own. */
final class EditorProcess {
  static final Tag FIRST = new Tag("1a".repeat(16));
  static final Tag SECOND = new Tag("2b".repeat(16));

  private EditorProcess() {}

  public static void main(String[] args) throws IOException {
    Path cache = Path.of(args[1]);
    Path file = Path.of(args[2]);
    switch (args[0]) {
      case "add" -> add(cache, file, args[3], Integer.parseInt(args[4]));
      case "flip" -> flip(cache, file, Integer.parseInt(args[3]));
      default -> hold(cache, file);
    }
  }

  static DeclaredTagsEditor editor(Path cache) {
    return new DeclaredTagsEditor(new FileLocks(cache, Duration.ofMinutes(2)));
  }

  /** Adds keys one by one. */
  static void add(Path cache, Path file, String prefix, int count) {
    for (int i = 0; i < count; i++) {
      Map<String, Tag> tags = Map.of(prefix + i, FIRST);
      editor(cache).update(file, "tags.yml", tags, DeclaredTagsEditor.Style.IN_PLACE);
    }
  }

  /** Sets all keys to one tag, then all to another, until killed; prints a line each time. */
  private static void flip(Path cache, Path file, int keys) {
    while (true) {
      for (Tag tag : List.of(FIRST, SECOND)) {
        Map<String, Tag> tags = new TreeMap<>();
        for (int i = 0; i < keys; i++) {
          tags.put("K" + i, tag);
        }
        editor(cache).update(file, "tags.yml", tags, DeclaredTagsEditor.Style.IN_PLACE);
        System.out.println(tag);
      }
    }
  }

  /** Holds the file's lock until its standard input ends. */
  @SuppressWarnings("try") // the lock is held, not used
  private static void hold(Path cache, Path file) throws IOException {
    FileLocks locks = new FileLocks(cache, Duration.ofMinutes(2));
    try (FileLocks.Held lock = locks.lock(file.toRealPath(), "tags.yml")) {
      System.out.println("held");
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  /** Starts one. */
  static Process start(String... args) throws IOException {
    return start(List.of(), List.of(args));
  }

  static Process start(List<String> options, List<String> args) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.addAll(options);
    command.add(EditorProcess.class.getName());
    command.addAll(args);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
