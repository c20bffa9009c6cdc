package dev.ocelot.tag.explain;

import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.InputDigest;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.check.TagResult;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.explain.Explanation.Source;
import dev.ocelot.tag.explain.TagHistory.Revision;
import java.util.List;
import java.util.Optional;

/**
 * Explains what a check found: by the manifest of the declared tag if there is one, else by the
 * revision that declared it, else by the present inputs alone.
 */
public final class TagExplainer {
  private final ManifestStore manifests;
  private final TagHistory history;

  /**
   * An explainer.
   *
   * @param manifests what was recorded on this machine
   * @param history what the repository remembers
   */
  public TagExplainer(ManifestStore manifests, TagHistory history) {
    this.manifests = manifests;
    this.history = history;
  }

  /**
   * Explains a result. The check must have described the inputs, not only computed the tag.
   *
   * @param result what a check found
   * @return the explanation; empty when the component is current or its tag could not be computed
   */
  public Optional<Explanation> explain(TagResult result) {
    if (result instanceof TagResult.Undeclared undeclared) {
      return Optional.of(
          new Explanation.Undeclared(
              undeclared.component().name(), undeclared.computed().computed()));
    }
    if (result instanceof TagResult.Mismatch mismatch) {
      return Optional.of(
          stale(mismatch.component(), mismatch.expected().text(), mismatch.computed().computed()));
    }
    return Optional.empty();
  }

  private Explanation stale(Component component, String expected, ComputedTag computed) {
    Optional<Tag> declared = Tag.parse(expected);
    if (declared.isEmpty()) {
      return new Explanation.Unknown(component.name(), expected, computed);
    }
    Optional<Known> known = recorded(component, declared.get());
    if (known.isEmpty()) {
      known = remembered(component, declared.get(), computed);
    }
    if (known.isEmpty()) {
      return new Explanation.Unknown(component.name(), expected, computed);
    }
    List<TagDifference> differences =
        new InputComparison(known.get().inputs(), computed.inputs()).differences();
    return new Explanation.Compared(
        component.name(), declared.get(), computed, known.get().source(), differences);
  }

  private record Known(List<InputDigest> inputs, Source source) {}

  private Optional<Known> recorded(Component component, Tag declared) {
    return manifests
        .find(component.name(), declared)
        .map(manifest -> new Known(manifest.computed().inputs(), new Source.Recorded()));
  }

  private Optional<Known> remembered(Component component, Tag declared, ComputedTag computed) {
    List<String> present = computed.inputs().stream().map(InputDigest::path).toList();
    PastInputs past = new PastInputs(component, declared);
    String file = component.layout().declaredTagsFile();
    for (Revision revision : history.revisions(file, component.name().declaredKey(), declared)) {
      Optional<ComputedTag> then = past.at(revision, present);
      if (then.isPresent()) {
        return Optional.of(new Known(then.get().inputs(), new Source.InRevision(revision.id())));
      }
    }
    return Optional.empty();
  }
}
