package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.util.List;

/** What every table demands of a row before it writes it. */
public final class RowRules {
  private static final List<String> REQUIRED =
      List.of("distribution", "base_layer_arn", "version", "region", "architecture", "md5_hash");

  private RowRules() {}

  /**
   * Refuses a row that nobody could make use of.
   *
   * @param row the row
   * @throws LayerServiceException {@link Fault#INVALID}, naming what is missing
   */
  public static void check(Row row) throws LayerServiceException {
    if (row.key().isEmpty()) {
      throw missing("layer_arn");
    }
    if (row.key().startsWith("arn:")) {
      for (String name : REQUIRED) {
        if (!row.attributes().containsKey(name)) {
          throw missing(name);
        }
      }
    }
  }

  private static LayerServiceException missing(String name) {
    return new LayerServiceException(Fault.INVALID, "a row without " + name + " cannot be written");
  }
}
