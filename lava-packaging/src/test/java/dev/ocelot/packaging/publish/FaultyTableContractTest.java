package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import dev.ocelot.packaging.publish.directory.ForeignRows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The table's contract holds through trouble, if calls are repeated as the publisher does it. */
class FaultyTableContractTest extends LayerTableContract {
  private static final RetryPolicy STUBBORN =
      new RetryPolicy(40, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1));

  private final LayerTable table;
  private final ForeignRows rows;

  FaultyTableContractTest(@TempDir Path folder) {
    Path root = folder.resolve("published");
    this.table =
        new Patient(
            new FaultyLayerService(new DirectoryLayerService(root), FaultyLayerService.passing(11))
                .table());
    this.rows = new ForeignRows(root);
  }

  @Override
  protected LayerTable table() {
    return table;
  }

  @Override
  protected void writtenByOthers(String key, Map<String, Foreign> attributes) throws IOException {
    rows.write(key, attributes);
  }

  @Override
  protected Map<String, String> stored(String key) throws IOException {
    return rows.stored(key);
  }

  /** After a lost answer it looks whether the write happened. */
  private record Patient(LayerTable inner) implements LayerTable {
    private static Retries retries() {
      return new Retries(STUBBORN, new FakeTiming(), () -> 0);
    }

    private Optional<Boolean> stored(Row row) throws LayerServiceException {
      return row(row.key()).filter(row::equals).map(found -> true);
    }

    @Override
    public boolean establish() throws LayerServiceException {
      return retries().repeatable(inner::establish);
    }

    @Override
    public Optional<Row> row(String key) throws LayerServiceException {
      return retries().repeatable(() -> inner.row(key));
    }

    @Override
    public List<Row> rows(List<String> keys) throws LayerServiceException {
      return retries().repeatable(() -> inner.rows(keys));
    }

    @Override
    public List<Row> rowsOfLayer(String baseLayerArn) throws LayerServiceException {
      return retries().repeatable(() -> inner.rowsOfLayer(baseLayerArn));
    }

    @Override
    public List<Row> rowsOfDistribution(String distribution) throws LayerServiceException {
      return retries().repeatable(() -> inner.rowsOfDistribution(distribution));
    }

    @Override
    public List<Row> versions() throws LayerServiceException {
      return retries().repeatable(inner::versions);
    }

    @Override
    public boolean create(Row row) throws LayerServiceException {
      return retries().once(() -> inner.create(row), () -> stored(row));
    }

    @Override
    public boolean replace(Row expected, Row replacement) throws LayerServiceException {
      return retries().once(() -> inner.replace(expected, replacement), () -> stored(replacement));
    }

    @Override
    public boolean delete(Row expected) throws LayerServiceException {
      return retries().repeatable(() -> inner.delete(expected));
    }
  }
}
