package dev.ocelot.packaging.docker;

import dev.ocelot.digest.Digest;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labels that say which process a container belongs to, and the judgement whether that process
 * is gone.
 *
 * <p>An engine may serve several machines. The label {@code dev.ocelot.owner} is a digest of
 * machine and user: a container of another one is never judged. Within it, another boot means that
 * the owner is gone; in the same boot and process number space, the number and the start of the
 * process tell, so that a number that is used again is not mistaken for the owner. Another space
 * cannot be looked into: its containers stay.
 */
public final class OwnerLabels {
  /** The label by which all containers of this machine and user are found. */
  static final String OWNER = "dev.ocelot.owner";

  static final String PID = "dev.ocelot.owner.pid";
  static final String START = "dev.ocelot.owner.start";
  static final String BOOT = "dev.ocelot.owner.boot";
  static final String SPACE = "dev.ocelot.owner.space";

  private final ProcessTable processes;
  private final String owner;

  OwnerLabels(ProcessTable processes) {
    this.processes = processes;
    this.owner = Digest.SHA256.of(processes.scope()).substring(0, 32);
  }

  /**
   * The labels of this process.
   *
   * @return the labels
   */
  public static OwnerLabels ofThisProcess() {
    return new OwnerLabels(ProcessTable.here());
  }

  /**
   * What a container of this process carries.
   *
   * @return label to value, sorted
   */
  public Map<String, String> labels() {
    Map<String, String> labels = new TreeMap<>();
    labels.put(OWNER, owner);
    labels.put(PID, Long.toString(processes.self()));
    labels.put(START, processes.startOf(processes.self()).orElse(""));
    labels.put(BOOT, processes.boot());
    labels.put(SPACE, processes.space());
    return Collections.unmodifiableMap(labels);
  }

  /** What finds the containers that can be judged from here. */
  String filter() {
    return "label=" + OWNER + "=" + owner;
  }

  /**
   * Whether the process that a container belongs to is gone for certain.
   *
   * @param labels of the container
   * @return false when it lives, or when that cannot be told from here
   */
  public boolean isAbandoned(Map<String, String> labels) {
    String pid = labels.getOrDefault(PID, "");
    if (!owner.equals(labels.get(OWNER)) || !pid.matches("[0-9]{1,18}")) {
      return false;
    }
    if (!processes.boot().equals(labels.get(BOOT))) {
      return !labels.getOrDefault(BOOT, "").isEmpty();
    }
    if (!processes.space().equals(labels.getOrDefault(SPACE, ""))) {
      return false;
    }
    String start = processes.startOf(Long.parseLong(pid)).orElse("");
    return !start.equals(labels.get(START));
  }
}
