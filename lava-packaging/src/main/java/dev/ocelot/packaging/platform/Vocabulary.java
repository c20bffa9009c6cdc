package dev.ocelot.packaging.platform;

import java.util.Locale;

/** Who speaks of a machine, since each calls it something else. */
public enum Vocabulary {
  /** Docker, which takes several spellings for one platform. */
  DOCKER,
  /** The kernel, by {@code uname -m} on Linux. */
  UNAME,
  /** The kernel of macOS, by {@code uname -m}. */
  DARWIN_UNAME,
  /** The Java property {@code os.arch}. */
  JAVA,
  /** Debian's package architecture. */
  DEBIAN,
  /** Go's {@code GOARCH}. */
  GO,
  /** AWS Lambda's {@code CompatibleArchitectures}. */
  LAMBDA,
  /** The file name of the AWS command line's archive. */
  AWS_CLI,
  /** Names of Amazon machine images. */
  AMI,
  /** The file name of Oracle's Instant Client as it is downloaded. */
  ORACLE_DOWNLOAD,
  /** The file name of Oracle's Instant Client as it is stored. */
  ORACLE_FILE,
  /** The name of QEMU's user-mode emulator in the kernel's binfmt register. */
  QEMU;

  /**
   * The key under which words of this vocabulary stand in the data.
   *
   * @return the name in lower case with hyphens
   */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
