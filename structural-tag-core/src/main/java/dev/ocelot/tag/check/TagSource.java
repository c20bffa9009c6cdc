package dev.ocelot.tag.check;

/** Where the expected tag of a component is looked for. */
public enum TagSource {
  /** In the declared-tags file only. */
  DECLARED,
  /**
   * In the environment variable of the component's name, and where that is unset or empty, in the
   * declared-tags file, as Mesa's {@code update_tag.py} does.
   */
  ENVIRONMENT
}
