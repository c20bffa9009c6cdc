package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.packaging.collector.distribution.ComponentKind;
import dev.ocelot.packaging.source.git.GitRevision;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.NearMiss;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The build tags that mean something to an upstream, read from its own wrappers.
 *
 * @param tags sorted; empty when upstream is older than tags
 * @param shownAs how problems name the upstream
 */
public record TagVocabulary(SortedSet<String> tags, String shownAs) {
  private static final String PREFIX = "lambdacomponents.";

  /** Chooses components by tag; without it upstream compiles its default set. */
  public static final String CUSTOM = PREFIX + "custom";

  private static final String ALL = PREFIX + "all";

  /** Keeps a copy. */
  public TagVocabulary {
    tags = Collections.unmodifiableNavigableSet(new TreeSet<>(tags));
  }

  static TagVocabulary of(Collection<String> named, GitRevision revision) {
    NavigableSet<String> tags = new TreeSet<>();
    named.stream().filter(tag -> tag.startsWith(PREFIX)).forEach(tags::add);
    if (tags.contains(CUSTOM)) {
      tags.add(ALL);
      ComponentKind.words().forEach(kind -> tags.add(PREFIX + kind + ".all"));
    }
    return new TagVocabulary(tags, revision.location().shown() + "@" + revision.ref());
  }

  /**
   * Checks the tags of one distribution, inherited ones included.
   *
   * @param declared each tag and where it is declared
   * @param custom tags of components that are declared with modules of their own
   * @param overlay wrappers of the repository
   * @param problems hears of tags that nothing knows, components without a wrapper, and a selection
   *     that upstream would not heed
   */
  public void check(
      Map<String, Location> declared, Set<String> custom, Overlay overlay, Problems problems) {
    if (declared.isEmpty()) {
      return;
    }
    Location first = declared.values().iterator().next();
    if (tags.isEmpty()) {
      problems.add(tooOld(first));
      return;
    }
    SortedSet<String> wrapped = new TreeSet<>();
    overlay.wrappers().forEach(wrapper -> wrapped.addAll(wrapper.tags()));
    SortedSet<String> known = new TreeSet<>(tags);
    known.addAll(wrapped);
    known.addAll(custom);
    declared.forEach(
        (tag, where) -> {
          if (!known.contains(tag)) {
            problems.add(unknown(tag, where, known));
          }
        });
    for (String component : custom) {
      boolean selected = selects(declared.keySet(), component);
      if (selected && !tags.contains(component) && !wrapped.contains(component)) {
        problems.add(withoutWrapper(component, declared.getOrDefault(component, first)));
      }
    }
    if (!declared.containsKey(CUSTOM)) {
      problems.add(notCustom(first));
    }
  }

  /**
   * Whether tags select a component: by its own tag, its kind's or the one for all.
   *
   * @param declared the tags of a distribution
   * @param component the component's tag, such as {@code lambdacomponents.exporter.awss3}
   * @return true when it is part of the build
   */
  public static boolean selects(Set<String> declared, String component) {
    int dot = component.lastIndexOf('.');
    String ofKind = dot < 0 ? component : component.substring(0, dot) + ".all";
    return declared.contains(component) || declared.contains(ALL) || declared.contains(ofKind);
  }

  private Problem unknown(String tag, Location where, Collection<String> known) {
    String kind = tag.substring(0, tag.lastIndexOf('.') + 1);
    String expected =
        nearest(tag, kind, known)
            .or(() -> nearest(tag, PREFIX, known))
            .orElseGet(() -> "one of " + String.join(", ", known));
    return Problem.error(
            ProblemId.CONFIG_INVALID,
            "neither " + shownAs + " nor a wrapper of this repository knows this build tag")
        .at(where)
        .comparing(tag, expected)
        .withRemedy(
            Remedy.advice("Correct the tag, or add a wrapper whose build constraint names it"));
  }

  /** What all names have in common would make any two of them near. */
  private static Optional<String> nearest(String tag, String prefix, Collection<String> known) {
    if (!tag.startsWith(prefix)) {
      return NearMiss.nearest(tag, known);
    }
    List<String> rests =
        known.stream()
            .filter(name -> name.startsWith(prefix))
            .map(name -> name.substring(prefix.length()))
            .toList();
    return NearMiss.nearest(tag.substring(prefix.length()), rests).map(prefix::concat);
  }

  private Problem withoutWrapper(String component, Location where) {
    String[] parts = component.split("\\.");
    String place =
        parts.length == 3
            ? "components/collector/lambdacomponents/" + parts[1] + "/" + parts[2] + ".go"
            : "a file below components/collector/lambdacomponents";
    return Problem.error(
            ProblemId.CONFIG_INVALID, "a component is selected that has no wrapper: " + component)
        .at(where)
        .comparing("no wrapper whose build constraint names it", place)
        .withRemedy(Remedy.advice("Add the wrapper, or take the tag away"));
  }

  private Problem notCustom(Location where) {
    return Problem.error(
            ProblemId.CONFIG_INVALID,
            "a distribution chooses components, yet not by "
                + CUSTOM
                + ", so upstream would build its default set")
        .at(where)
        .comparing("no " + CUSTOM, CUSTOM + " among its buildtags")
        .withRemedy(Remedy.advice("Add " + CUSTOM + " to its buildtags or to those of its base"));
  }

  private Problem tooOld(Location where) {
    return Problem.error(
            UpstreamProblems.INVALID,
            shownAs + " is older than the choice of components by build tags")
        .at(where)
        .comparing("no wrapper with a build constraint", "collector/lambdacomponents/custom.go")
        .withRemedy(Remedy.advice("Use layer-collector/0.11.0 or newer"));
  }
}
