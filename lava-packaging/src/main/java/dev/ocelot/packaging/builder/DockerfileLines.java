package dev.ocelot.packaging.builder;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts the text of a Dockerfile into instructions, as BuildKit's parser does. */
final class DockerfileLines {
  private static final Pattern DIRECTIVE =
      Pattern.compile("#\\s*([A-Za-z][A-Za-z0-9]*)\\s*=\\s*(.+?)\\s*");
  private static final Pattern HERE_DOCUMENT = Pattern.compile("<<(-?)([\"']?)([A-Za-z0-9_.]+)\\2");
  private static final Set<String> WITH_HERE_DOCUMENTS = Set.of("RUN", "COPY", "ADD");

  private final List<String> lines;
  private final List<DockerfileInstruction> instructions = new ArrayList<>();
  private char escape = '\\';
  private int next;

  private DockerfileLines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    this.lines = (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
  }

  static List<DockerfileInstruction> instructions(byte[] bytes) {
    DockerfileLines parser = new DockerfileLines(bytes);
    parser.directives();
    parser.parse();
    return List.copyOf(parser.instructions);
  }

  /** Directives stand before everything else, comments included. */
  private void directives() {
    for (String line : lines) {
      Matcher directive = DIRECTIVE.matcher(line.strip());
      if (!directive.matches()) {
        return;
      }
      String name = directive.group(1).toLowerCase(Locale.ROOT);
      if (name.equals("escape") && directive.group(2).equals("`")) {
        escape = '`';
      }
    }
  }

  private void parse() {
    while (next < lines.size()) {
      String line = lines.get(next++).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        instruction(line, next);
      }
    }
  }

  private void instruction(String first, int number) {
    StringBuilder text = new StringBuilder();
    String line = first;
    while (continues(line)) {
      text.append(line, 0, line.length() - 1);
      line = continuation();
    }
    text.append(line);
    String[] parts = text.toString().strip().split("\\s+", 2);
    String keyword = parts[0].toUpperCase(Locale.ROOT);
    String arguments = parts.length == 1 ? "" : parts[1].strip();
    if (WITH_HERE_DOCUMENTS.contains(keyword)) {
      skipHereDocuments(arguments);
    }
    instructions.add(new DockerfileInstruction(keyword, arguments, number));
  }

  private boolean continues(String line) {
    return !line.isEmpty() && line.charAt(line.length() - 1) == escape && next < lines.size();
  }

  /** The next line that is neither a comment nor empty; those may stand inside an instruction. */
  private String continuation() {
    while (next < lines.size()) {
      String line = lines.get(next++).stripTrailing();
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        return line;
      }
    }
    return "";
  }

  private void skipHereDocuments(String arguments) {
    Deque<Matcher> open = new ArrayDeque<>();
    Matcher start = HERE_DOCUMENT.matcher(arguments);
    while (start.find()) {
      Matcher found = HERE_DOCUMENT.matcher(arguments);
      found.find(start.start());
      open.add(found);
    }
    while (!open.isEmpty() && next < lines.size()) {
      Matcher document = open.peek();
      String line = lines.get(next++);
      String end = document.group(1).isEmpty() ? line : line.replaceFirst("^\t+", "");
      if (end.equals(document.group(3))) {
        open.remove();
      }
    }
  }
}
