package dev.ocelot.packaging.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.progress.Amount.Unit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "0,        0,        ITEMS, 0 of 0 (100 %)",
    "10,       0,        ITEMS, 0 of 10 (0 %)",
    "3,        1,        ITEMS, 1 of 3 (33 %)",
    "1000,     999,      ITEMS, 999 of 1000 (99 %)",
    "10,       10,       ITEMS, 10 of 10 (100 %)",
    "10,       11,       ITEMS, 11",
    "-1,       0,        ITEMS, ''",
    "-1,       7,        ITEMS, 7",
    "0,        0,        BYTES, 0 B of 0 B (100 %)",
    "12000000, 3200000,  BYTES, 3.2 MB of 12.0 MB (26 %)",
    "-1,       999,      BYTES, 999 B",
    "-1,       1000,     BYTES, 1.0 kB",
    "-1,       999949,   BYTES, 999.9 kB",
    "-1,       999950,   BYTES, 1.0 MB",
    "-1,       1500000000, BYTES, 1.5 GB",
    "9223372036854775807, 9223372036854775807, BYTES, 9.2 EB of 9.2 EB (100 %)",
    "9223372036854775807, 4611686018427387904, ITEMS,"
        + " 4611686018427387904 of 9223372036854775807 (50 %)"
  })
  void howFar(long total, long done, Unit unit, String text) {
    assertThat(Wording.howFar(new Amount(total, unit), done)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0,        0.0 s",
    "49,       0.0 s",
    "300,      0.3 s",
    "9999,     9.9 s",
    "10000,    10 s",
    "14999,    14 s",
    "59999,    59 s",
    "60000,    1 min 00 s",
    "125000,   2 min 05 s",
    "3599999,  59 min 59 s",
    "3600000,  1 h 00 min",
    "360000000, 100 h 00 min"
  })
  void howLong(long millis, String text) {
    assertThat(Wording.howLong(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void whatAProgramPrintsCannotMoveTheCursor() {
    assertThat(
            Wording.harmless("  \u001b[1;31mred\u001b[0m\u001b[2K \u001b]0;title\u0007x\ty\u0008 "))
        .isEqualTo("red x y");
    assertThat(Wording.harmless("a\u202eb\u2028c\u009bd\u0000é😀")).isEqualTo("abcdé😀");
  }
}
