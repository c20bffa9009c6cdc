package dev.ocelot.tag.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A repository in a folder and a script that sources the exported functions and calls them. */
final class ShellCase {
  static final String SCRIPT = ".gitlab-ci/container/build-my-comp.sh";

  final Path root;
  final Path tags;
  final Path functions;
  private final Path caller;
  private final Map<String, String> environment = new TreeMap<>();
  private Path folder;

  ShellCase(Path scratch) throws Exception {
    root = Files.createDirectories(scratch.resolve("re po"));
    folder = root;
    tags = scratch.resolve("ta gs");
    caller = scratch.resolve("caller.sh");
    functions = scratch.resolve("functions.sh");
    Files.writeString(functions, new TagFunctions().text());
    environment.put("OCELOT_TAG_DIRECTORY", tags.toString());
    environment.put("OCELOT_TAG_FUNCTIONS", functions.toString());
  }

  ShellCase file(String name, String text) throws Exception {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  ShellCase env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  ShellCase without(String name) {
    environment.remove(name);
    return this;
  }

  ShellCase in(String name) throws Exception {
    folder = Files.createDirectories(root.resolve(name));
    return this;
  }

  Path tagFile(String name) {
    return tags.resolve(name);
  }

  /**
   * Runs lines after sourcing the functions, with options set before.
   *
   * @param shell which
   * @param options such as {@code -eu}, or nothing
   * @param lines shell code; {@code reached} is printed when it ends
   */
  Shell.Result run(Shell shell, String options, String lines) throws Exception {
    String set = options.isEmpty() ? "" : "set " + options + "\n";
    Files.writeString(
        caller, set + ". \"$OCELOT_TAG_FUNCTIONS\"\n" + lines + "\nprintf 'reached\\n'\n");
    return shell.run(caller, folder, environment);
  }
}
