package dev.ocelot.packaging.collector.toolchain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where Go finds things in a container.
 *
 * @param top a folder that no system has
 */
record GoFolders(String top) {
  static final GoFolders USUAL = new GoFolders("/ocelot");

  /** The name of the workspace in its folder. */
  static final String WORKSPACE = "workspace";

  private static final String LINES = "lines-";

  String script() {
    return top + "/go";
  }

  /** Holds the workspace and the results. */
  String work() {
    return top + "/work";
  }

  String workspace() {
    return work() + "/" + WORKSPACE;
  }

  String results() {
    return work() + "/" + GoTask.RESULTS;
  }

  /** Modules that were settled before, as a proxy has them. */
  String modules() {
    return top + "/modules";
  }

  /** What was downloaded, as a proxy has it. */
  String downloads() {
    return top + "/cache/modules/cache/download";
  }

  /** A folder of this machine that modules are taken from. */
  String proxy(int number) {
    return top + "/proxies/" + number;
  }

  /** What a command wrote to its standard output. */
  String lines(int command) {
    return results() + "/" + linesFile(command);
  }

  static String linesFile(int command) {
    return LINES + command;
  }

  /** The folders that are made for the user. */
  List<String> writable() {
    return List.of(
        results(),
        top + "/home",
        top + "/temporary",
        top + "/cache/build",
        top + "/cache/path",
        top + "/cache/modules",
        top + "/cache/modules/cache",
        downloads());
  }

  /** What tells Go of them. */
  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("HOME", top + "/home");
    variables.put("TMPDIR", top + "/temporary");
    variables.put("GOCACHE", top + "/cache/build");
    variables.put("GOPATH", top + "/cache/path");
    variables.put("GOMODCACHE", top + "/cache/modules");
    return variables;
  }
}
