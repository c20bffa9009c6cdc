package dev.ocelot.packaging.collector.upstream;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The condition of a {@code //go:build} line: over which build tags a file is compiled. */
public sealed interface BuildConstraint {

  /**
   * True when the tag is given.
   *
   * @param name the tag
   */
  record Tag(String name) implements BuildConstraint {
    @Override
    public boolean matches(Set<String> tags) {
      return tags.contains(name);
    }

    @Override
    public void collect(Collection<String> names) {
      names.add(name);
    }
  }

  /**
   * True when the other is not.
   *
   * @param negated the other
   */
  record Not(BuildConstraint negated) implements BuildConstraint {
    @Override
    public boolean matches(Set<String> tags) {
      return !negated.matches(tags);
    }

    @Override
    public void collect(Collection<String> names) {
      negated.collect(names);
    }
  }

  /**
   * True when both are.
   *
   * @param left one
   * @param right the other
   */
  record And(BuildConstraint left, BuildConstraint right) implements BuildConstraint {
    @Override
    public boolean matches(Set<String> tags) {
      return left.matches(tags) && right.matches(tags);
    }

    @Override
    public void collect(Collection<String> names) {
      left.collect(names);
      right.collect(names);
    }
  }

  /**
   * True when at least one is.
   *
   * @param left one
   * @param right the other
   */
  record Or(BuildConstraint left, BuildConstraint right) implements BuildConstraint {
    @Override
    public boolean matches(Set<String> tags) {
      return left.matches(tags) || right.matches(tags);
    }

    @Override
    public void collect(Collection<String> names) {
      left.collect(names);
      right.collect(names);
    }
  }

  /**
   * Whether a file under this condition is compiled.
   *
   * @param tags the tags that are given
   * @return true when it is
   */
  boolean matches(Set<String> tags);

  /**
   * Adds the tags that the condition names.
   *
   * @param names gets them
   */
  void collect(Collection<String> names);

  /**
   * The tags that the condition names, negated ones included.
   *
   * @return sorted
   */
  default SortedSet<String> tags() {
    SortedSet<String> names = new TreeSet<>();
    collect(names);
    return names;
  }

  /**
   * Reads a condition, as Go does: {@code !} before {@code &&} before {@code ||}.
   *
   * @param line with or without its {@code //go:build}
   * @return the condition; empty when it is none
   */
  static Optional<BuildConstraint> parse(String line) {
    return new BuildConstraintParser(line.replaceFirst("^//go:build\\b", "")).parse();
  }
}
