package dev.ocelot.tag.script;

import dev.ocelot.shell.ShellWord;
import dev.ocelot.shell.WordPart;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Expands words as a shell would, as long as that needs nothing but known variables. */
final class WordExpander {
  private static final String BRACES = "(?s)\\{[^}]*(,|\\.\\.)";
  private static final String BLANKS = " \t\n";

  private final Variables variables;

  WordExpander(Variables variables) {
    this.variables = variables;
  }

  /** The words that one word becomes: none, one or several. */
  List<String> fields(ShellWord word) throws NotStaticException {
    if (word.isOrdinary()) {
      return List.of(word.raw());
    }
    if (word.parts().size() == 1
        && word.parts().get(0) instanceof WordPart.Literal literal
        && literal.quoted()) {
      return List.of(literal.text());
    }
    requireNoBraces(word.parts());
    requireNoTilde(word.parts());
    Fields fields = new Fields();
    for (WordPart part : word.parts()) {
      if (part instanceof WordPart.Literal literal) {
        if (!literal.quoted()) {
          requireNoPattern(literal.text());
        }
        fields.append(literal.text(), literal.quoted());
      } else {
        expand(parameter(part), fields);
      }
    }
    return fields.finish();
  }

  /** The text that the right side of an assignment becomes: it is neither split nor matched. */
  String text(List<WordPart> parts) throws NotStaticException {
    requireNoTilde(parts);
    StringBuilder text = new StringBuilder();
    for (WordPart part : parts) {
      if (part instanceof WordPart.Literal literal) {
        text.append(literal.text());
      } else {
        WordPart.Parameter parameter = parameter(part);
        text.append(parameter.subscript().isEmpty() ? scalar(parameter) : joined(parameter));
      }
    }
    return text.toString();
  }

  private void expand(WordPart.Parameter parameter, Fields fields) throws NotStaticException {
    if (parameter.subscript().isEmpty()) {
      String text = scalar(parameter);
      if (parameter.quoted()) {
        fields.append(text, true);
      } else {
        split(text, fields);
      }
    } else if (parameter.quoted() && parameter.subscript().equals("*")) {
      fields.append(joined(parameter), true);
    } else {
      elements(parameter, fields);
    }
  }

  private void elements(WordPart.Parameter parameter, Fields fields) throws NotStaticException {
    boolean first = true;
    for (String element : all(parameter)) {
      if (!first) {
        fields.end();
      }
      first = false;
      if (parameter.quoted()) {
        fields.append(element, true);
      } else {
        split(element, fields);
      }
    }
  }

  private void split(String text, Fields fields) throws NotStaticException {
    if (!variables.splitsAtBlanks()) {
      throw new NotStaticException("is split by an IFS that the script may have changed");
    }
    requireNoPattern(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (BLANKS.indexOf(c) >= 0) {
        fields.end();
      } else {
        fields.append(String.valueOf(c), false);
      }
    }
  }

  private String scalar(WordPart.Parameter parameter) throws NotStaticException {
    Variables.Value.Known value = known(parameter);
    if (value.elements().isEmpty()) {
      throw new NotStaticException("is an array without elements");
    }
    return value.elements().get(0);
  }

  private String joined(WordPart.Parameter parameter) throws NotStaticException {
    if (!variables.splitsAtBlanks()) {
      throw new NotStaticException("is joined by an IFS that the script may have changed");
    }
    return String.join(" ", all(parameter));
  }

  private List<String> all(WordPart.Parameter parameter) throws NotStaticException {
    Variables.Value.Known value = known(parameter);
    if (!value.complete()) {
      throw new NotStaticException(
          "uses all of $" + parameter.name() + ", which may have further elements");
    }
    return value.elements();
  }

  private Variables.Value.Known known(WordPart.Parameter parameter) throws NotStaticException {
    Variables.Value value = variables.get(parameter.name());
    if (value instanceof Variables.Value.Unknown unknown) {
      throw new NotStaticException("uses $" + parameter.name() + ", which " + unknown.why());
    }
    return (Variables.Value.Known) value;
  }

  private static WordPart.Parameter parameter(WordPart part) throws NotStaticException {
    if (part instanceof WordPart.Parameter parameter) {
      boolean whole = parameter.subscript().equals("@") || parameter.subscript().equals("*");
      if (parameter.name().isEmpty()
          || !parameter.operation().isEmpty()
          || !(whole || parameter.subscript().isEmpty())) {
        throw new NotStaticException("uses an operator of ${...}");
      }
      return parameter;
    }
    throw new NotStaticException(reason(part));
  }

  private static String reason(WordPart part) {
    if (part instanceof WordPart.Substitution) {
      return "uses what a command prints";
    }
    if (part instanceof WordPart.Arithmetic) {
      return "uses arithmetic";
    }
    return part instanceof WordPart.DollarQuote quote
        ? "uses " + quote.text().substring(0, 2) + ", which shells read differently"
        : "is a list of elements";
  }

  private static void requireNoPattern(String text) throws NotStaticException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' || c == '?' || c == '[' || c == '(' || c == '\\') {
        throw new NotStaticException("is matched against file names");
      }
    }
  }

  private static void requireNoTilde(List<WordPart> parts) throws NotStaticException {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof WordPart.Literal literal && !literal.quoted()) {
        String text = literal.text();
        if ((i == 0 && text.startsWith("~")) || text.contains("=~") || text.contains(":~")) {
          throw new NotStaticException("begins with '~'");
        }
      }
    }
  }

  /** Braces may span quoted pieces, which count as one character that is none of theirs. */
  private static void requireNoBraces(List<WordPart> parts) throws NotStaticException {
    StringBuilder bare = new StringBuilder();
    boolean opens = false;
    for (WordPart part : parts) {
      opens |= part instanceof WordPart.Literal literal && literal.text().indexOf('{') >= 0;
      bare.append(
          part instanceof WordPart.Literal literal && !literal.quoted() ? literal.text() : "\0");
    }
    if (opens && Pattern.compile(BRACES).matcher(bare).find()) {
      throw new NotStaticException("uses braces");
    }
  }

  /** Gathers fields as a shell does: a quoted piece makes a field even when it is empty. */
  private static final class Fields {
    private final List<String> done = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private boolean exists;

    void append(String text, boolean quoted) {
      current.append(text);
      exists |= quoted || !text.isEmpty();
    }

    void end() {
      if (exists) {
        done.add(current.toString());
        current.setLength(0);
        exists = false;
      }
    }

    List<String> finish() {
      end();
      return done;
    }
  }
}
