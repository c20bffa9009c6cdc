package dev.ocelot.packaging.collector.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one condition by recursive descent. A part that is none is null. */
final class BuildConstraintParser {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(&&|\\|\\||[!()]|[\\p{L}\\p{Nd}_.]+|\\S)");
  private static final int DEEPEST = 100;

  private final List<String> tokens = new ArrayList<>();
  private int next;
  private int depth;

  BuildConstraintParser(String text) {
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      tokens.add(token.group(1));
    }
  }

  Optional<BuildConstraint> parse() {
    BuildConstraint whole = or();
    return next == tokens.size() ? Optional.ofNullable(whole) : Optional.empty();
  }

  private @Nullable BuildConstraint or() {
    BuildConstraint left = and();
    while (left != null && take("||")) {
      BuildConstraint right = and();
      left = right == null ? null : new BuildConstraint.Or(left, right);
    }
    return left;
  }

  private @Nullable BuildConstraint and() {
    BuildConstraint left = not();
    while (left != null && take("&&")) {
      BuildConstraint right = not();
      left = right == null ? null : new BuildConstraint.And(left, right);
    }
    return left;
  }

  private @Nullable BuildConstraint not() {
    if (!take("!")) {
      return atom();
    }
    if (next < tokens.size() && tokens.get(next).equals("!")) {
      return null; // as Go has it: a double negation is not allowed
    }
    BuildConstraint negated = atom();
    return negated == null ? null : new BuildConstraint.Not(negated);
  }

  private @Nullable BuildConstraint atom() {
    if (take("(")) {
      BuildConstraint inner = ++depth > DEEPEST ? null : or();
      depth--;
      return take(")") ? inner : null;
    }
    if (next < tokens.size() && tokens.get(next).matches("[\\p{L}\\p{Nd}_.]+")) {
      return new BuildConstraint.Tag(tokens.get(next++));
    }
    return null;
  }

  private boolean take(String token) {
    boolean taken = next < tokens.size() && tokens.get(next).equals(token);
    next += taken ? 1 : 0;
    return taken;
  }
}
