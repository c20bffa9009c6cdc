package dev.ocelot.tag.script;

import dev.ocelot.shell.Position;
import java.util.List;

/** One place where a script calls the check, or may do so. */
sealed interface Occurrence {
  Position position();

  /**
   * A call whose words are all known.
   *
   * @param words the arguments
   * @param position where the call begins
   */
  record Known(List<Word> words, Position position) implements Occurrence {
    List<String> texts() {
      return words.stream().map(Word::text).toList();
    }
  }

  /**
   * A call that cannot be told from the script alone.
   *
   * @param why a clause about {@code position}
   * @param position the offending word, or the call
   */
  record Unknown(String why, Position position) implements Occurrence {}

  /**
   * One argument.
   *
   * @param text what it expands to
   * @param position the word that it comes from
   */
  record Word(String text, Position position) {}
}
