package dev.ocelot.packaging.collector.toolchain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Downloaded modules. */
public interface ModuleFiles {
  /**
   * Reads the start of a file at the top of a module.
   *
   * @param module its path
   * @param version its version
   * @param names file names; the first that is there is read
   * @return text; empty when the module or the file is not there, or cannot be read
   */
  Optional<String> start(String module, String version, List<String> names);

  /**
   * Spells a path or a version as the module cache does, which must do on file systems that fold
   * case.
   *
   * @param text a path or a version
   * @return an exclamation mark and the lower-case letter for each upper-case one
   */
  static String escaped(String text) {
    return Pattern.compile("[A-Z]")
        .matcher(text)
        .replaceAll(upper -> "!" + upper.group().toLowerCase(Locale.ROOT));
  }
}
