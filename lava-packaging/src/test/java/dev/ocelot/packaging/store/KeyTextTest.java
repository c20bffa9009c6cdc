package dev.ocelot.packaging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ocelot.packaging.store.KeyText.DamagedException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTextTest {
  private static final List<String> HARD =
      List.of(
          "tab\there", "line\nfeed", "return\r", "back\\slash", "\\n", "", "ünï ☃ 😀", "sealed");

  @Test
  void givesBackWhatWasWritten() throws DamagedException {
    byte[] bytes = new KeyText().line(HARD.toArray(new String[0])).line("b", "").bytes();
    assertThat(KeyText.read(bytes)).containsExactly(HARD, List.of("b", ""));
  }

  @Test
  void givesBackTheKey() throws DamagedException {
    BuildKey key = BuildKeyTest.key("input a\tb", "1", "input a\nb", "2");
    assertThat(KeyText.key(KeyText.read(new KeyText().records(key).bytes()))).isEqualTo(key);
  }

  @Test
  void refusesEveryShorterText() {
    byte[] bytes = new KeyText().line("a", "b").bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> KeyText.read(cut)).isInstanceOf(DamagedException.class);
    }
  }

  @Test
  void refusesEveryChangedByte() {
    byte[] bytes = new KeyText().line("a", "b").bytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> KeyText.read(changed)).isInstanceOf(DamagedException.class);
    }
  }

  @Test
  void refusesMoreThanWasSealed() {
    byte[] bytes = new KeyText().line("a", "b").bytes();
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    longer[bytes.length] = 'x';
    assertThatThrownBy(() -> KeyText.read(longer)).isInstanceOf(DamagedException.class);
  }
}
