package dev.ocelot.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs what was built, each program under the architecture that it was built for. */
class BuiltProgramsTest {

  private static final Path NO_INPUT = Path.of("/dev/null");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"amd64, x86_64", "arm64, aarch64"})
  void helloSaysWhereItRuns(String architecture, String machine) throws Exception {
    String printed = Program.of("hello", architecture).run(NO_INPUT, Map.of());

    assertEquals("hello, world, from " + machine + "\n", printed);
  }

  @ParameterizedTest
  @CsvSource({
    "amd64, x86_64, de, guten Tag",
    "arm64, aarch64, de, guten Tag",
    "arm64, aarch64, fr, bonjour",
  })
  void helloSpeaksTheLanguagesOfMessages(
      String architecture, String machine, String language, String greeting) throws Exception {
    Path messages = Program.unpacked("messages", architecture).resolve("share/hello/messages");
    Map<String, String> environment =
        Map.of("HELLO_MESSAGES", messages.toString(), "HELLO_LANGUAGE", language);

    String printed = Program.of("hello", architecture).run(NO_INPUT, environment, "Ada");

    assertEquals(greeting + ", Ada, from " + machine + "\n", printed);
  }

  @ParameterizedTest
  @CsvSource({"amd64", "arm64"})
  void lmdbHoldsMoreThanItsSourceAllows(String architecture) throws Exception {
    Program mdb = Program.of("lmdb", architecture);
    Path database = folder.resolve("database");
    Path lines = folder.resolve("lines");
    Files.writeString(
        lines,
        IntStream.range(0, 2_000)
            .mapToObj(i -> "key-" + i + "\t" + "value ".repeat(100) + i + "\n")
            .collect(Collectors.joining()));

    mdb.run(lines, Map.of(), database.toString(), "load");

    assertTrue(Files.size(database) > 1_048_576, "the database outgrew the limit of 1 MiB");
    assertEquals(
        "value ".repeat(100) + "1999\n",
        mdb.run(NO_INPUT, Map.of(), database.toString(), "get", "key-1999"));
  }

  @Test
  void aDatabaseWrittenOnOneArchitectureIsReadOnTheOther() throws Exception {
    String database = folder.resolve("database").toString();

    Program.of("lmdb", "arm64").run(NO_INPUT, Map.of(), database, "put", "greeting", "hello");

    assertEquals(
        "greeting\thello\n", Program.of("lmdb", "amd64").run(NO_INPUT, Map.of(), database, "list"));
  }
}
