package dev.ocelot.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathOrderTest {
  @Test
  void isTheOrderOfTheBytes() {
    List<String> paths =
        List.of(
            "", "a", "a/b", "a.b", "a-b", "ab", "A", "é", "z", "\uFFFD", "😀", "😀a", "\uE000",
            "日");

    for (String one : paths) {
      for (String other : paths) {
        int bytes =
            Arrays.compareUnsigned(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(PathOrder.BY_BYTES.compare(one, other)))
            .as("%s and %s", one, other)
            .isEqualTo(Integer.signum(bytes));
      }
    }
  }
}
