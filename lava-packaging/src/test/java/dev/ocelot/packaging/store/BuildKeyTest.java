package dev.ocelot.packaging.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BuildKeyTest {
  @Test
  void isTheDigestOfLengthPrefixedRecords() {
    // printf '\0\0\0\0\0\0\0\6script\0\0\0\0\0\0\0\2ab' | sha256sum
    assertThat(key("script", "ab").sha256())
        .isEqualTo("4c306a83d107d478c8022e87d8fbe8d169ffe5cb73af61487f9e7cc86596a1f8");
  }

  @Test
  void theSameRecordsGiveTheSameKey() {
    assertThat(key("a", "1", "b", "2")).isEqualTo(key("a", "1", "b", "2"));
    assertThat(key("a", "1")).hasSameHashCodeAs(key("a", "1"));
  }

  @Test
  void anyOtherRecordsGiveAnother() {
    List<BuildKey> keys =
        List.of(
            key("a", "1", "b", "2"),
            key("b", "2", "a", "1"),
            key("a", "1", "b", "2", "b", "2"),
            key("a", "1b", "", "2"),
            key("a1", "", "b", "2"),
            key("a", "1", "b", ""),
            key("a", "1"));
    assertThat(keys.stream().map(BuildKey::sha256)).doesNotHaveDuplicates();
  }

  @Test
  void keepsItsRecords() {
    assertThat(key("a", "1", "b", "2").records())
        .containsExactly(new KeyRecord("a", "1"), new KeyRecord("b", "2"));
  }

  @Test
  void refusesWhatHasNoBytes() {
    assertThatThrownBy(() -> key("a", "\ud800")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BuildKey.builder().build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  static BuildKey key(String... subjectsAndValues) {
    BuildKey.Builder builder = BuildKey.builder();
    for (int i = 0; i < subjectsAndValues.length; i += 2) {
      builder.add(subjectsAndValues[i], subjectsAndValues[i + 1]);
    }
    return builder.build();
  }
}
