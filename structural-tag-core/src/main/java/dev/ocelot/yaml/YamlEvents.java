package dev.ocelot.yaml;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * The events of a file's documents, read one by one. Everything that the parser throws comes out as
 * a problem with a place.
 *
 * <p>Stands on the parser, not on the composer: that one resolves types by regular expressions,
 * which costs start-up and is not wanted, and keeps marks that hold on to the text.
 */
final class YamlEvents {
  private final SourceText source;
  private static final String SYNTAX_ADVICE =
      "Correct the text there or just before: quotes and brackets closed, entries aligned";

  private final String shownAs;
  private final ContentScanner scanner;
  private final Parser parser;
  private boolean started;
  private @Nullable Mark documentStart;

  /**
   * Starts reading.
   *
   * @param source the text
   * @param shownAs the file's name in messages
   */
  YamlEvents(SourceText source, String shownAs) {
    this.source = source;
    this.shownAs = shownAs;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.scanner = new ContentScanner(new CodePointReader(source.codePoints()), options);
    this.parser = new ParserImpl(scanner);
  }

  /**
   * Goes to the start of the next document.
   *
   * @return false when there is none any more
   */
  boolean openDocument() {
    if (!started) {
      started = true;
      next();
    }
    Event event = next();
    documentStart = event.getStartMark();
    return event.is(Event.ID.DocumentStart);
  }

  /** Goes behind the end of the document. */
  void closeDocument() {
    next();
  }

  /** Goes behind the end of the document, where the file must end. */
  void closeOnlyDocument() {
    closeDocument();
    if (openDocument()) {
      throw refused("a second document starts here", documentStart)
          .toException("Keep one document in the file");
    }
  }

  /** The next event. */
  Event next() {
    try {
      return parser.getEvent();
    } catch (MarkedYAMLException e) {
      throw syntax(e);
    } catch (RuntimeException e) {
      // The parser answers some malformed input (an escape beyond Unicode, say) by whatever the
      // JDK throws. The input is at fault all the same.
      throw refused("the text is not YAML: " + e.getMessage(), null).toException(SYNTAX_ADVICE);
    }
  }

  /** The scanner, which knows the last content token that the parser took. */
  ContentScanner scanner() {
    return scanner;
  }

  /** The place of a mark. */
  Location location(Mark mark) {
    return Location.of(shownAs, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** A problem at a mark. */
  ProblemException problem(String message, Mark mark, String advice) {
    return refused(message, mark).toException(advice);
  }

  private ProblemException syntax(MarkedYAMLException e) {
    Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    if (mark != null && source.byteAt(mark.getIndex()) == '\t') {
      return refused("a tab stands where YAML allows only spaces", mark)
          .toException("Replace the tab by spaces");
    }
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    String problem = e.getProblem() == null ? "malformed" : e.getProblem();
    return refused("the text is not YAML: " + oneLine(context + problem), mark)
        .toException(SYNTAX_ADVICE);
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\r', ' ').strip();
  }

  private Refusal refused(String message, @Nullable Mark mark) {
    Location where = mark == null ? Location.of(shownAs) : location(mark);
    return new Refusal(Problem.error(ProblemId.CONFIG_INVALID, message).at(where));
  }

  private record Refusal(Problem problem) {
    ProblemException toException(String advice) {
      return new ProblemException(problem.withRemedy(Remedy.advice(advice)));
    }
  }
}
