package dev.ocelot.packaging.process;

import java.util.Map;
import java.util.TreeMap;

/** The environment of a process: either exactly what is listed, or what Maven has and additions. */
public sealed interface ProcessEnvironment {

  /**
   * Nothing but these.
   *
   * @param variables names to values
   */
  record Exactly(Map<String, String> variables) implements ProcessEnvironment {
    /** Keeps a copy. */
    public Exactly {
      variables = Map.copyOf(variables);
    }

    @Override
    public Map<String, String> resolve(Map<String, String> ours) {
      return new TreeMap<>(variables);
    }
  }

  /**
   * What this process has, with additions that win.
   *
   * @param additions names to values
   */
  record InheritedPlus(Map<String, String> additions) implements ProcessEnvironment {
    /** Keeps a copy. */
    public InheritedPlus {
      additions = Map.copyOf(additions);
    }

    @Override
    public Map<String, String> resolve(Map<String, String> ours) {
      Map<String, String> all = new TreeMap<>(ours);
      all.putAll(additions);
      return all;
    }
  }

  /**
   * The variables that the process gets.
   *
   * @param ours what this process has
   * @return names to values
   */
  Map<String, String> resolve(Map<String, String> ours);

  /**
   * Nothing but these.
   *
   * @param variables names to values
   * @return the environment
   */
  static ProcessEnvironment exactly(Map<String, String> variables) {
    return new Exactly(variables);
  }

  /**
   * What this process has.
   *
   * @return the environment
   */
  static ProcessEnvironment inherited() {
    return new InheritedPlus(Map.of());
  }

  /**
   * What this process has, with additions that win.
   *
   * @param additions names to values
   * @return the environment
   */
  static ProcessEnvironment inheritedPlus(Map<String, String> additions) {
    return new InheritedPlus(additions);
  }
}
