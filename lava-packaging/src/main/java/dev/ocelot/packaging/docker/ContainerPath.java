package dev.ocelot.packaging.docker;

import java.util.Set;

/**
 * A directory in a container that we may make: absolute, without {@code .} and {@code ..}, below a
 * directory that no system has.
 *
 * <p>A tar stream that makes a directory also names those above it, and unpacking it would give
 * them the stream's owner and mode. So nothing is made below the directories of the image.
 */
record ContainerPath(String text) {
  private static final Set<String> OF_THE_SYSTEM =
      Set.of(
          "bin", "boot", "dev", "etc", "home", "lib", "lib32", "lib64", "libx32", "media", "mnt",
          "opt", "proc", "root", "run", "sbin", "srv", "sys", "tmp", "usr", "var");

  ContainerPath {
    if (!text.matches("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+")) {
      throw new IllegalArgumentException("not a plain absolute path: " + text);
    }
    if (OF_THE_SYSTEM.contains(text.split("/", 3)[1])) {
      throw new IllegalArgumentException("a directory of the system: " + text);
    }
  }

  /** As a tar stream that is unpacked at the root names it: without a leading slash. */
  String belowRoot() {
    return text.substring(1);
  }
}
