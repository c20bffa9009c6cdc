package dev.ocelot.tag.component;

/** How the inputs that a build script's call names are found out. */
public enum Evaluation {
  /** The call is read without running anything; a call that cannot be read so is a problem. */
  STATIC,
  /** The inputs are those that {@code config/components.yaml} declares. */
  DECLARED,
  /** The script is run by bash up to its call, which the person who runs the build must allow. */
  BASH
}
