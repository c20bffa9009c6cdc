package dev.ocelot.yaml;

import dev.ocelot.problem.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Finds where things lie, going only into the mappings in which something is wanted. Expects a text
 * that was read strictly before: it does not look for duplicate keys, depth or size again.
 */
final class LayoutReader {
  private static final int NO_COLUMN = -1;

  private final SourceText source;
  private final YamlEvents events;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int step;

  /** A scalar under an anchor's name; null for a collection. */
  private record Anchored(Layout.@Nullable Scalar scalar) {}

  LayoutReader(SourceText source, String shownAs) {
    this.source = source;
    this.events = new YamlEvents(source, shownAs);
  }

  /**
   * Reads the document.
   *
   * @param wanted what is looked for
   * @return the root; null when the file holds no document
   */
  @Nullable Layout read(Wanted wanted) {
    if (!events.openDocument()) {
      return null;
    }
    return value(events.next(), wanted, NO_COLUMN);
  }

  /** By how many columns the file's block mappings are indented; 2 when it has none. */
  int step() {
    return step == 0 ? 2 : step;
  }

  private Layout value(Event event, @Nullable Wanted wanted, int column) {
    Location location = events.location(event.getStartMark());
    if (event instanceof AliasEvent alias) {
      Anchored target = anchors.get(alias.getAnchor());
      return new Layout.Alias(alias.getAnchor(), target == null ? null : target.scalar(), location);
    }
    String anchor = ((NodeEvent) event).getAnchor();
    Layout layout;
    if (event instanceof ScalarEvent scalar) {
      layout = scalar(scalar, location);
    } else if (event instanceof MappingStartEvent map && wanted != null && wanted.value() == null) {
      layout = mapping(map, wanted, column, location);
    } else {
      skip((CollectionStartEvent) event, column);
      String what = event instanceof SequenceStartEvent ? "a list" : "a mapping";
      layout = new Layout.Other(what, location);
    }
    if (anchor != null) {
      anchors.put(anchor, new Anchored(layout instanceof Layout.Scalar s ? s : null));
    }
    return layout;
  }

  private Layout.Scalar scalar(ScalarEvent event, Location location) {
    ContentScanner scanner = events.scanner();
    int end = source.offset(scanner.contentEnd());
    boolean empty = event.isPlain() && event.getValue().isEmpty();
    int start = empty ? end : source.offset(scanner.contentStart());
    String tag = event.getTag() == null ? "" : event.getTag();
    return new Layout.Scalar(start, end, event.getValue(), event.getScalarStyle(), tag, location);
  }

  private Layout mapping(MappingStartEvent map, Wanted wanted, int outer, Location location) {
    boolean flow = map.getFlowStyle() == FlowStyle.FLOW;
    // This event's end mark lies behind the opening brace, or at the first key of a block.
    int start = source.offset(map.getEndMark().getIndex()) - (flow ? 1 : 0);
    int column = NO_COLUMN;
    List<Layout.Entry> entries = new ArrayList<>();
    Event next = events.next();
    while (!next.is(Event.ID.MappingEnd)) {
      int keyStart = source.offset(next.getStartMark().getIndex());
      if (column == NO_COLUMN && !flow) {
        column = next.getStartMark().getColumn();
        noteStep(outer, column);
      }
      Layout.Scalar key = (Layout.Scalar) resolved(value(next, null, column));
      Layout value = value(events.next(), wanted.child(key.text()), column);
      entries.add(
          new Layout.Entry(keyStart, key, value, source.offset(events.scanner().contentEnd())));
      next = events.next();
    }
    int end = source.offset(events.scanner().contentStart());
    return Layout.Mapping.of(flow, start, end, entries, location);
  }

  /** A key may be an alias of a scalar; strict reading has seen to it that it is nothing else. */
  private static Layout resolved(Layout key) {
    return key instanceof Layout.Alias alias && alias.target() != null ? alias.target() : key;
  }

  private void noteStep(int outer, int column) {
    if (step == 0 && outer >= 0 && column > outer) {
      step = column - outer;
    }
  }

  private void skip(CollectionStartEvent start, int outer) {
    boolean block = start instanceof MappingStartEvent && start.getFlowStyle() == FlowStyle.BLOCK;
    int column = NO_COLUMN;
    Event next = events.next();
    while (!next.is(Event.ID.MappingEnd) && !next.is(Event.ID.SequenceEnd)) {
      if (block && column == NO_COLUMN) {
        column = next.getStartMark().getColumn();
        noteStep(outer, column);
      }
      value(next, null, column);
      next = events.next();
    }
  }
}
