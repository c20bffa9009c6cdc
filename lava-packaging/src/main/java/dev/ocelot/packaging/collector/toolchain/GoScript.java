package dev.ocelot.packaging.collector.toolchain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The shell script that runs a task's commands in a container.
 *
 * <p>It holds no value of the environment. Those that a container client reads itself, such as the
 * address of a proxy with its password, come under another name and are renamed here: their only
 * other way would be the client's command line, which every user of the machine can read.
 */
final class GoScript {
  private static final String CARRIED = "OCELOT_CARRIED_";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final GoFolders folders;

  GoScript(GoFolders folders) {
    this.folders = folders;
  }

  /** The environment with which the container is made. */
  static Map<String, String> carried(Map<String, String> environment) {
    Map<String, String> carried = new TreeMap<>();
    environment.forEach(
        (name, value) -> carried.put(isRenamed(name) ? CARRIED + name : name, value));
    return carried;
  }

  byte[] of(GoTask task, Map<String, String> environment) {
    StringBuilder text = start(folders, environment);
    for (int i = 0; i < task.commands().size(); i++) {
      GoTask.Command command = task.commands().get(i);
      StringBuilder words = new StringBuilder("go");
      command.arguments().forEach(word -> words.append(' ').append(quoted(word)));
      text.append("echo ").append(quoted("$ " + words)).append("\n(");
      new TreeMap<>(command.additions())
          .forEach(
              (name, value) ->
                  text.append("export ")
                      .append(checked(name))
                      .append('=')
                      .append(quoted(value))
                      .append("; "));
      text.append(words).append(") > ").append(folders.lines(i)).append('\n');
    }
    // Neither is there in every workspace.
    for (String name : ContainerGo.SETTLED) {
      text.append("[ ! -f %1$s ] || cat %1$s > %2$s/%1$s\n".formatted(name, folders.results()));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The script that tells the version of Go in its last line. */
  static byte[] version(GoFolders folders, Map<String, String> environment) {
    return start(folders, environment)
        .append("go env GOVERSION\n")
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static StringBuilder start(GoFolders folders, Map<String, String> environment) {
    StringBuilder text = new StringBuilder("set -eu\n");
    environment.keySet().stream()
        .filter(GoScript::isRenamed)
        .forEach(name -> text.append("export %1$s=\"$%2$s%1$s\"\n".formatted(name, CARRIED)));
    return text.append("cd ").append(folders.workspace()).append('\n');
  }

  private static boolean isRenamed(String name) {
    return name.toUpperCase(Locale.ROOT).endsWith("_PROXY");
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a variable: " + name);
    }
    return name;
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
