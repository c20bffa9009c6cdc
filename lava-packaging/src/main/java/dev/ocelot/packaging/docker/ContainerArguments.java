package dev.ocelot.packaging.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The arguments of {@code docker create} for a specification.
 *
 * <p>Values of variables do not stand among them, where every user of the machine could read them:
 * the client takes them from its own environment. Only what the client itself reads must not be
 * changed there, so a variable of such a name goes by argument.
 */
final class ContainerArguments {
  private static final Pattern READ_BY_THE_CLIENT =
      Pattern.compile(
          "PATH|HOME|USER|LOGNAME|SHELL|TERM|TMPDIR|LANG|(HTTP|HTTPS|FTP|ALL|NO)_PROXY"
              + "|GO(DEBUG|GC|MAXPROCS|MEMLIMIT|TRACEBACK|COVERDIR)"
              + "|(LC|XDG|DOCKER|BUILDX|BUILDKIT|COMPOSE|SSH|SSL|LD|OTEL).*",
          Pattern.CASE_INSENSITIVE);

  private final ContainerSpec spec;
  private final double cpus;

  /**
   * The arguments for an engine.
   *
   * @param processors how many the engine has; asking for more is asking for all
   */
  ContainerArguments(ContainerSpec spec, int processors) {
    this.spec = spec;
    this.cpus = Math.min(spec.limits().cpus(), processors);
  }

  /** Names to values that the client gets in its environment. */
  Map<String, String> environment() {
    Map<String, String> carried = new TreeMap<>(spec.environment());
    carried.keySet().removeIf(name -> READ_BY_THE_CLIENT.matcher(name).matches());
    return carried;
  }

  List<String> argv(String name, Map<String, String> labels) {
    List<String> argv = new ArrayList<>(List.of("create", "--name", name));
    argv.addAll(List.of("--platform", spec.platform(), "--hostname", "ocelot"));
    argv.addAll(List.of("--user", spec.user().uid() + ":" + spec.user().gid()));
    argv.addAll(List.of("--workdir", spec.directory()));
    argv.addAll(isolation());
    argv.addAll(limits());
    // Output goes to the attached client only: a log would keep it on the engine's disk once more.
    argv.addAll(List.of("--log-driver", "none", "--no-healthcheck", "--interactive"));
    labels.forEach((key, value) -> argv.addAll(List.of("--label", key + "=" + value)));
    Map<String, String> carried = environment();
    spec.environment()
        .forEach(
            (key, value) ->
                argv.addAll(List.of("--env", carried.containsKey(key) ? key : key + "=" + value)));
    List<String> command = spec.watchdog().watching(spec.argv(), spec.limits().time());
    argv.addAll(List.of("--entrypoint", command.get(0), "--", spec.image().text()));
    argv.addAll(command.subList(1, command.size()));
    return argv;
  }

  private List<String> isolation() {
    return List.of(
        "--network",
        spec.network().option(),
        "--cap-drop",
        "ALL",
        "--security-opt",
        "no-new-privileges",
        "--init");
  }

  private List<String> limits() {
    ContainerSpec.Limits limits = spec.limits();
    String memory = Long.toString(limits.memory());
    // No process may use more processor time than all processors have until the limit: one that
    // spins ends even when nobody is left to kill it.
    long processorSeconds = (limits.time().toSeconds() + 60) * (long) Math.ceil(cpus);
    return List.of(
        "--memory",
        memory,
        "--memory-swap",
        memory,
        "--cpus",
        String.format(Locale.ROOT, "%.2f", cpus),
        "--pids-limit",
        Integer.toString(limits.processes()),
        "--ulimit",
        "cpu=" + processorSeconds,
        "--ulimit",
        "core=0");
  }
}
