package dev.ocelot.packaging.publish.inventory;

import dev.ocelot.packaging.publish.PublishedRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The published versions that hold modules.
 *
 * @param matches by layer, region, version and module
 * @param unknown the versions whose rows keep no bill of materials, in the same order
 */
public record ModuleSearch(List<ModuleMatch> matches, List<PublishedRow> unknown) {
  private static final Comparator<PublishedRow> ORDER =
      Comparator.comparing(PublishedRow::layer)
          .thenComparing(PublishedRow::region)
          .thenComparingLong(PublishedRow::number);

  /** Keeps copies. */
  public ModuleSearch {
    matches = List.copyOf(matches);
    unknown = List.copyOf(unknown);
  }

  /**
   * Looks through rows.
   *
   * @param rows the rows of published versions
   * @param question what to look for
   * @return what was found
   */
  public static ModuleSearch of(List<PublishedRow> rows, ModuleQuestion question) {
    List<ModuleMatch> matches = new ArrayList<>();
    List<PublishedRow> unknown = new ArrayList<>();
    for (PublishedRow row : rows.stream().sorted(ORDER).toList()) {
      Optional<List<Module>> modules = Bill.modules(row);
      if (modules.isEmpty()) {
        unknown.add(row);
        continue;
      }
      modules.get().stream()
          .filter(question::isAbout)
          .sorted(Comparator.comparing(Module::name).thenComparing(Module::version))
          .forEach(module -> matches.add(new ModuleMatch(row, module.name(), module.version())));
    }
    return new ModuleSearch(matches, unknown);
  }
}
