package dev.ocelot.packaging.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnerLabelsTest {

  /** A machine on which this process is 100, started at 5000, and 200 runs since 6000. */
  private record Machine(String scope, String boot, String space) implements ProcessTable {
    @Override
    public long self() {
      return 100;
    }

    @Override
    public Optional<String> startOf(long pid) {
      return pid == 100 ? Optional.of("5000") : pid == 200 ? Optional.of("6000") : Optional.empty();
    }
  }

  private static final OwnerLabels OURS = new OwnerLabels(new Machine("m", "b1", "pid:[1]"));

  /** What a container says of its owner, and whether that is gone. */
  record Row(String pid, String start, String boot, String space, String machine, boolean gone) {}

  static Stream<Row> rows() {
    return Stream.of(
        // Ourselves, and another run that lives.
        new Row("100", "5000", "b1", "pid:[1]", "m", false),
        new Row("200", "6000", "b1", "pid:[1]", "m", false),
        // Its number is used again; it does not run; it ran before the machine started anew.
        new Row("200", "5999", "b1", "pid:[1]", "m", true),
        new Row("300", "6000", "b1", "pid:[1]", "m", true),
        new Row("200", "6000", "b0", "pid:[1]", "m", true),
        // It cannot be looked into; it is on another machine.
        new Row("300", "6000", "b1", "pid:[2]", "m", false),
        new Row("300", "6000", "b0", "pid:[1]", "n", false),
        new Row("300", "6000", "b1", "pid:[1]", "n", false),
        // Not ours to understand.
        new Row("x", "6000", "b1", "pid:[1]", "m", false),
        new Row("", "6000", "b1", "pid:[1]", "m", false),
        new Row("300", "6000", "", "pid:[1]", "m", false));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void onlyAnOwnerThatIsGoneForCertainIsGone(Row row) {
    Map<String, String> labels =
        new HashMap<>(new OwnerLabels(new Machine(row.machine(), "", "")).labels());
    labels.put(OwnerLabels.PID, row.pid());
    labels.put(OwnerLabels.START, row.start());
    labels.put(OwnerLabels.BOOT, row.boot());
    labels.put(OwnerLabels.SPACE, row.space());
    assertThat(OURS.isAbandoned(labels)).isEqualTo(row.gone());
  }

  @Test
  void labelsOfOthersAreNeverJudged() {
    assertThat(OURS.isAbandoned(Map.of())).isFalse();
    assertThat(OURS.isAbandoned(Map.of(OwnerLabels.PID, "300"))).isFalse();
  }

  @Test
  void theListIsReadLineByLine() {
    String id = "d".repeat(64);
    Map<String, String> labels = new HashMap<>(OURS.labels());
    List<String> lines =
        List.of(
            line(id, labels, "300"),
            line("e".repeat(64), labels, "100"),
            "garbage",
            "",
            "f".repeat(64) + "\t\t\t\t\t");
    assertThat(new AbandonedContainers(OURS).among(lines)).containsExactly(new ContainerId(id));
  }

  private static String line(String id, Map<String, String> labels, String pid) {
    return String.join(
        "\t",
        id,
        labels.get(OwnerLabels.OWNER),
        pid,
        labels.get(OwnerLabels.START),
        labels.get(OwnerLabels.BOOT),
        labels.get(OwnerLabels.SPACE));
  }
}
