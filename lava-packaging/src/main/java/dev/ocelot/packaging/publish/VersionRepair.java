package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.util.Optional;

/** Brings the permission and the row of a version to what the settings say. */
final class VersionRepair {
  private static final int ATTEMPTS = 5;

  private final LayerService service;
  private final Retries retries;
  private final LayerRows rows;

  VersionRepair(LayerService service, Retries retries, LayerRows rows) {
    this.service = service;
    this.retries = retries;
    this.rows = rows;
  }

  void apply(Repair repair, BuiltLayer layer, Match match) throws LayerServiceException {
    LayerVersion version = match.version();
    switch (repair) {
      case MAKE_PUBLIC -> retries.repeatable(() -> service.allow(version, PolicyStatement.PUBLIC));
      case MAKE_PRIVATE ->
          retries.repeatable(() -> service.disallow(version, PolicyStatement.PUBLIC.id()));
      case WRITE_ROW, MEND_ROW -> writeRow(layer, match);
    }
  }

  private void writeRow(BuiltLayer layer, Match match) throws LayerServiceException {
    Row wanted = rows.row(layer, match.version(), retries.timing().now());
    if (isCreated(wanted)) {
      return;
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Row> found = read(wanted.key());
      Row target = found.map(row -> rows.mended(row, wanted, match.by())).orElse(wanted);
      if (found.isPresent() ? isMended(found.get(), target) : isCreated(target)) {
        return;
      }
    }
    throw new LayerServiceException(
        Fault.UNAVAILABLE, "the row " + wanted.key() + " is changed by others all the time");
  }

  private boolean isCreated(Row row) throws LayerServiceException {
    return retries.once(() -> service.table().create(row), () -> stored(row));
  }

  private boolean isMended(Row found, Row target) throws LayerServiceException {
    return found.equals(target)
        || retries.once(() -> service.table().replace(found, target), () -> stored(target));
  }

  private Optional<Boolean> stored(Row row) throws LayerServiceException {
    return read(row.key()).filter(row::equals).map(found -> true);
  }

  private Optional<Row> read(String key) throws LayerServiceException {
    return retries.repeatable(() -> service.table().row(key));
  }
}
