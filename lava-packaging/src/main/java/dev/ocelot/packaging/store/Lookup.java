package dev.ocelot.packaging.store;

/** What the store says about a key. */
public sealed interface Lookup {

  /**
   * There is a verified entry.
   *
   * @param entry the entry
   */
  record Hit(StoreEntry entry) implements Lookup {}

  /** There is none. */
  record Miss() implements Lookup {}

  /**
   * There is one that is not what was stored.
   *
   * @param what what is wrong with it, such as {@code hello.zip has another digest}
   */
  record Damaged(String what) implements Lookup {}
}
