package dev.ocelot.packaging.source.git;

import dev.ocelot.packaging.process.ProcessEnvironment;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.ProcessRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Runs git so that it does what the arguments say and nothing else: no settings files, hooks,
 * prompts, helpers or variables that point it elsewhere.
 *
 * <p>What the person who runs Maven says by environment about ssh, certificates and proxies holds.
 */
final class GitCommandLine {
  private static final Pattern KEPT =
      Pattern.compile("GIT_(SSH|SSH_COMMAND|SSH_VARIANT|SSL_.*|PROXY_SSL_.*)");
  private static final List<String> SAFE =
      List.of(
          "core.hooksPath=/dev/null",
          "core.fsmonitor=false",
          "credential.helper=",
          "gc.auto=0",
          "maintenance.auto=false",
          "submodule.recurse=false");

  private final ProcessRunner processes;
  private final Map<String, String> environment;
  private final GitLimits limits;

  GitCommandLine(ProcessRunner processes, Map<String, String> environment, GitLimits limits) {
    this.processes = processes;
    this.environment = clean(environment);
    this.limits = limits;
  }

  private static Map<String, String> clean(Map<String, String> ours) {
    Map<String, String> clean = new TreeMap<>();
    ours.forEach(
        (name, value) -> {
          boolean gits = name.startsWith("GIT_") && !KEPT.matcher(name).matches();
          if (!gits && !name.equals("SSH_ASKPASS") && !name.equals("LANGUAGE")) {
            clean.put(name, value);
          }
        });
    if (!clean.containsKey("GIT_SSH")) {
      clean.putIfAbsent("GIT_SSH_COMMAND", "ssh -oBatchMode=yes");
    }
    clean.put("LC_ALL", "C.UTF-8");
    clean.put("GIT_ALLOW_PROTOCOL", "file:git:http:https:ssh");
    clean.put("GIT_CONFIG_GLOBAL", "/dev/null");
    clean.put("GIT_CONFIG_NOSYSTEM", "1");
    clean.put("GIT_TERMINAL_PROMPT", "0");
    clean.put("GIT_OPTIONAL_LOCKS", "0");
    clean.put("GIT_NO_REPLACE_OBJECTS", "1");
    return clean;
  }

  /** Reads or writes a repository of our own. */
  ProcessResult local(
      Path repository, List<String> arguments, UnaryOperator<ProcessRequest> changes) {
    ProcessRequest request =
        ProcessRequest.of(argv(repository, arguments), ProcessLimits.of(limits.local()))
            .withEnvironment(ProcessEnvironment.exactly(environment));
    return processes.run(changes.apply(request));
  }

  /**
   * Talks to another repository. The argument {@link #UPSTREAM} stands for its URL, which is kept
   * from the list of processes when it holds a password.
   */
  ProcessResult remote(
      Path repository,
      GitLocation location,
      List<String> arguments,
      UnaryOperator<ProcessRequest> changes) {
    Map<String, String> variables = new TreeMap<>(environment);
    List<String> filled = new ArrayList<>(arguments);
    if (location.hasLogin()) {
      variables.put("GIT_CONFIG_COUNT", "1");
      variables.put("GIT_CONFIG_KEY_0", "remote." + UPSTREAM + ".url");
      variables.put("GIT_CONFIG_VALUE_0", location.url());
    } else {
      filled.replaceAll(argument -> argument.equals(UPSTREAM) ? location.url() : argument);
    }
    ProcessRequest request =
        ProcessRequest.of(
                argv(repository, filled),
                ProcessLimits.of(limits.network()).withStall(limits.stall()))
            .withEnvironment(ProcessEnvironment.exactly(variables))
            .withSecrets(location.secrets());
    return processes.run(changes.apply(request));
  }

  /** Stands for the URL in the arguments of {@link #remote}. */
  static final String UPSTREAM = "upstream";

  private static List<String> argv(Path repository, List<String> arguments) {
    List<String> argv = new ArrayList<>(List.of("git", "--git-dir=" + repository));
    SAFE.forEach(setting -> argv.addAll(List.of("-c", setting)));
    argv.addAll(arguments);
    return argv;
  }
}
