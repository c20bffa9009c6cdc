package dev.ocelot.packaging.ci;

import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.NearMiss;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The regions that layers can go to. */
public final class Regions {
  /** A region was named that is not known. */
  public static final ProblemId UNKNOWN_REGION = ProblemId.user("unknown-region");

  private static final String RESOURCE = "/dev/ocelot/config/regions.yaml";
  private static final String ALL = "all";

  /** Where regions stand that are not known. */
  public static final String OTHER = "Other";

  private final List<LambdaRegion> all;

  private Regions(List<LambdaRegion> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Those of {@code dev/ocelot/config/regions.yaml}.
   *
   * @return the regions
   */
  public static Regions standard() {
    try (InputStream in =
        Objects.requireNonNull(Regions.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      Problems problems = new Problems();
      YamlReader file =
          new YamlReader(
              YamlFile.parse(in.readAllBytes(), "regions.yaml", problems),
              "regions.yaml",
              problems);
      List<LambdaRegion> regions = new ArrayList<>();
      file.namedMaps("regions")
          .forEach(
              (code, row) -> {
                YamlReader reader = new YamlReader(row, "region " + code, problems);
                regions.add(
                    new LambdaRegion(
                        code,
                        reader.string("name", code),
                        reader.string("continent", OTHER),
                        reader.bool("usual", false)));
                reader.finish();
              });
      file.finish();
      // The file is ours and part of the build: what is wrong in it is a defect.
      problems.throwIfErrors();
      return new Regions(regions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Every region.
   *
   * @return in the order of the data
   */
  public List<LambdaRegion> all() {
    return all;
  }

  /**
   * A region as people know it.
   *
   * @param code any code
   * @return the region; one that is not known has its code for a name and stands among others
   */
  public LambdaRegion called(String code) {
    return all.stream()
        .filter(region -> region.code().equals(code))
        .findFirst()
        .orElseGet(() -> new LambdaRegion(code, code, OTHER, false));
  }

  /**
   * What {@code all} means.
   *
   * @return codes, sorted
   */
  public List<String> usual() {
    return all.stream().filter(LambdaRegion::usual).map(LambdaRegion::code).sorted().toList();
  }

  /**
   * Reads what a person asked for.
   *
   * @param wanted codes, and {@code all} for the usual ones
   * @param problems takes {@code unknown-region} with the nearest code for each that is none
   * @return codes, sorted, each once; those that exist
   */
  public List<String> select(List<String> wanted, Problems problems) {
    List<String> codes = all.stream().map(LambdaRegion::code).toList();
    Set<String> selected = new TreeSet<>();
    for (String code : wanted) {
      if (code.equals(ALL)) {
        selected.addAll(usual());
      } else if (codes.contains(code)) {
        selected.add(code);
      } else {
        problems.add(unknown(code, codes));
      }
    }
    return List.copyOf(selected);
  }

  private static Problem unknown(String code, List<String> codes) {
    Problem problem =
        Problem.error(UNKNOWN_REGION, "there is no region " + code)
            .comparing("\"" + code + "\"", "all, " + String.join(", ", new TreeSet<>(codes)));
    return NearMiss.nearest(code, codes)
        .map(right -> problem.withRemedy(Remedy.advice("Write " + right + " for " + code)))
        .orElse(problem);
  }
}
