package dev.ocelot.packaging.publish;

import dev.ocelot.json.JsonWriter;
import dev.ocelot.packaging.json.JsonFile;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The account of one run, {@code receipts.json}: in the order of the plan, written whole after each
 * step, so that a run that ends anywhere leaves what it did.
 *
 * <p>Safe for several threads.
 */
public final class Receipts {
  private final Path file;
  private final List<Receipt> receipts;
  private final Object writing = new Object();
  private long changes;
  private long written;

  /**
   * Of work that is done.
   *
   * @param file where to account for it
   * @param receipts what became of it
   */
  public Receipts(Path file, List<Receipt> receipts) {
    this.file = file;
    this.receipts = new ArrayList<>(receipts);
  }

  Receipts(Path file, PublishPlan plan) {
    this(file, plan.entries().stream().map(Receipt::pending).toList());
  }

  /**
   * Puts a receipt in its place; when something was done, it is in the file once this returns.
   * Those that come while the file is being written are written together. A disk that is full
   * meanwhile stops no upload; the last writing tells.
   *
   * @param place the entry's place in the plan
   * @param receipt what became of it
   */
  void put(int place, Receipt receipt) {
    long change = set(place, receipt);
    if (receipt.outcome() != Receipt.Outcome.REUSED) {
      try {
        writeSince(change);
      } catch (IOException e) {
        // Told by write() at the end, unless there is room again by then.
      }
    }
  }

  private synchronized long set(int place, Receipt receipt) {
    receipts.set(place, receipt);
    return ++changes;
  }

  private synchronized long changes() {
    return changes;
  }

  /** Writes the file unless somebody else wrote it with that change in it, counted from 1. */
  private void writeSince(long change) throws IOException {
    synchronized (writing) {
      if (written < change) {
        long last = changes();
        List<Receipt> now = all();
        JsonFile.write(file, json -> write(json, now));
        written = last;
      }
    }
  }

  /**
   * Writes the file.
   *
   * @throws ProblemException when it cannot be written
   */
  public void write() {
    try {
      writeSince(Long.MAX_VALUE);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, file.getFileName() + " cannot be written: " + e)
              .at(Location.of(String.valueOf(file.getFileName())))
              .withRemedy(FileAccessProblem.MAKE_ROOM),
          e);
    }
  }

  synchronized List<Receipt> all() {
    return List.copyOf(receipts);
  }

  private static void write(JsonWriter json, List<Receipt> receipts) {
    json.object();
    json.name("schema").value("receipts");
    json.name("schemaVersion").value(1);
    json.name("receipts").array();
    receipts.forEach(receipt -> write(json, receipt));
    json.end();
    json.end();
  }

  private static void write(JsonWriter json, Receipt receipt) {
    BuiltLayer layer = receipt.layer();
    json.object();
    json.name("layer").value(layer.name().text());
    json.name("distribution").value(layer.facts().distribution());
    json.name("architecture").value(layer.architecture().shortName());
    json.name("region").value(receipt.region().name());
    json.name("outcome").value(receipt.outcome().text());
    if (!receipt.arn().isEmpty()) {
      json.name("arn").value(receipt.arn());
      json.name("version").value(receipt.version());
    }
    json.name("file").value(layer.artifact().file());
    json.name("size").value(layer.digests().size());
    json.name("sha256").value(layer.digests().sha256());
    json.name("md5").value(layer.digests().md5());
    json.name("structuralTag").value(layer.artifact().structuralTag().text());
    json.name("notes").array();
    receipt.notes().forEach(json::value);
    json.end();
    json.name("problems").array();
    receipt.problems().forEach(problem -> write(json, problem));
    json.end();
    json.end();
  }

  private static void write(JsonWriter json, Problem problem) {
    json.object();
    json.name("id").value(problem.id().text());
    json.name("message").value(problem.message());
    json.end();
  }
}
