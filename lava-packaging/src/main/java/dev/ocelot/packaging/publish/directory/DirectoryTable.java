package dev.ocelot.packaging.publish.directory;

import dev.ocelot.packaging.publish.LayerLocks;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerTable;
import dev.ocelot.packaging.publish.Row;
import dev.ocelot.packaging.publish.RowRules;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The table as one file for each row, changed by one process at a time. */
final class DirectoryTable implements LayerTable {
  private static final String VERSION = "version";

  private final Places places;
  private final FileCalls calls;

  DirectoryTable(Places places, FileCalls calls) {
    this.places = places;
    this.calls = calls;
  }

  /** A directory needs no table: rows make their own folder. */
  @Override
  public boolean establish() {
    return false;
  }

  @Override
  public Optional<Row> row(String key) throws LayerServiceException {
    return calls.run(() -> stored(key));
  }

  @Override
  public List<Row> rows(List<String> keys) throws LayerServiceException {
    List<Row> rows = new ArrayList<>();
    for (String key : keys) {
      row(key).ifPresent(rows::add);
    }
    return rows;
  }

  private Optional<Row> stored(String key) throws IOException, LayerServiceException {
    return new RowFile(places.row(key)).read();
  }

  @Override
  public List<Row> rowsOfLayer(String baseLayerArn) throws LayerServiceException {
    return calls.run(
        () -> {
          List<Row> rows = new ArrayList<>();
          for (Path file : files(Places.rowName(baseLayerArn + ":") + "*.json")) {
            new RowFile(file).read().ifPresent(rows::add);
          }
          rows.sort(Comparator.comparing(row -> row.number(VERSION).orElse(0L)));
          return rows;
        });
  }

  @Override
  public List<Row> rowsOfDistribution(String distribution) throws LayerServiceException {
    return versions().stream()
        .filter(row -> row.text("distribution").filter(distribution::equals).isPresent())
        .toList();
  }

  @Override
  public List<Row> versions() throws LayerServiceException {
    return calls.run(
        () -> {
          List<Row> rows = new ArrayList<>();
          for (Path file : files(Places.rowName("arn:") + "*.json")) {
            new RowFile(file).read().ifPresent(rows::add);
          }
          rows.sort(Comparator.comparing(Row::key));
          return rows;
        });
  }

  private List<Path> files(String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(places.rows())) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(places.rows(), glob)) {
        found.forEach(files::add);
      } catch (NoSuchFileException e) {
        return List.of();
      }
    }
    return files;
  }

  @Override
  public boolean create(Row row) throws LayerServiceException {
    RowRules.check(row);
    return calls.alone(
        () -> {
          boolean free = stored(row.key()).isEmpty();
          if (free) {
            new RowFile(places.row(row.key())).write(row);
          }
          return free;
        });
  }

  @Override
  public boolean replace(Row expected, Row replacement) throws LayerServiceException {
    RowRules.check(replacement);
    return calls.alone(
        () -> {
          RowFile file = new RowFile(places.row(expected.key()));
          Optional<RowFile.Content> found =
              file.content().filter(content -> content.row().equals(expected));
          if (found.isPresent()) {
            file.write(new RowFile.Content(replacement, found.get().others()));
          }
          return found.isPresent();
        });
  }

  @Override
  public boolean delete(Row expected) throws LayerServiceException {
    return calls.alone(
        () -> {
          Optional<Row> found = stored(expected.key());
          if (found.isPresent() && !found.get().equals(expected)) {
            return false;
          }
          Files.deleteIfExists(places.row(expected.key()));
          return true;
        });
  }

  /** Removes half-written rows, and locks whose owners ended without giving them up. */
  void sweep() throws LayerServiceException {
    List<Path> parts = calls.run(() -> files(".*.part"));
    List<Path> locks = calls.run(() -> files("lock+*.json"));
    if (parts.isEmpty() && locks.isEmpty()) {
      return;
    }
    Boolean unused =
        calls.alone(
            () -> {
              // Whoever writes a row holds the lock that is held here, so no part is in use.
              for (Path part : parts) {
                Files.deleteIfExists(part);
              }
              for (Path lock : locks) {
                if (new RowFile(lock).read().filter(LayerLocks::isAbandoned).isPresent()) {
                  Files.deleteIfExists(lock);
                }
              }
              return true;
            });
  }
}
