package dev.ocelot.packaging.publish.verify;

import dev.ocelot.packaging.artifact.FileDigests;
import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.packaging.publish.LayerCode;
import dev.ocelot.packaging.publish.LayerDescription;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PatientService;
import dev.ocelot.packaging.publish.PolicyStatement;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Fetches a version and holds everything about it to what it should be. */
final class VersionCheck {
  private final PatientService service;
  private final Path workFolder;
  private final Progress progress;

  VersionCheck(PatientService service, Path workFolder, Progress progress) {
    this.service = service;
    this.workFolder = workFolder;
    this.progress = progress;
  }

  Verified check(Expectation expected) throws LayerServiceException {
    LayerVersion version = expected.version();
    Differences differences = new Differences(version);
    LayerCode code = service.ask(it -> it.code(version));
    FileDigests served = fetched(version, code);
    bytes(expected, code, served, differences);
    Optional<Row> row = service.ask(it -> it.table().row(version.arn()));
    if (row.isEmpty()) {
      differences.repairable("it has no row", "nothing", "a row in the table");
    } else {
      row(expected, served, row.get(), differences);
    }
    boolean isPublic =
        service.ask(it -> it.policy(version)).stream().anyMatch(PolicyStatement::isPublic);
    if (isPublic != expected.isPublic()) {
      differences.repairable(
          "its permission is wrong", shown(isPublic), shown(expected.isPublic()));
    }
    return new Verified(
        version.layer(), version.region(), version.number(), served.size(), differences.all());
  }

  private static String shown(boolean isPublic) {
    return isPublic ? "public" : "not public";
  }

  private static void bytes(
      Expectation expected, LayerCode code, FileDigests served, Differences differences) {
    String wanted = expected.sha256();
    if (!wanted.isEmpty() && !served.sha256().equals(wanted)) {
      differences.damaged("its bytes are others", "sha256 " + served.sha256(), "sha256 " + wanted);
    }
    if (!code.sha256().equals(served.sha256()) || code.size() != served.size()) {
      differences.damaged(
          "the service states another digest than its bytes have",
          "sha256 " + code.sha256() + ", " + code.size() + " bytes",
          "sha256 " + served.sha256() + ", " + served.size() + " bytes");
    }
    if (!LayerDescription.names(expected.version().description(), served.md5())) {
      differences.damaged(
          "its description does not name the MD5 of its bytes",
          "\"" + expected.version().description() + "\"",
          "md5: " + served.md5());
    }
  }

  private static void row(
      Expectation expected, FileDigests served, Row row, Differences differences) {
    Optional<PublishedRow> read = PublishedRow.of(row);
    LayerVersion version = expected.version();
    if (read.isEmpty()
        || !read.get().region().equals(version.region())
        || !read.get().layer().equals(version.layer())
        || read.get().number() != version.number()) {
      differences.repairable("its row is about another version", row.key(), version.arn());
      return;
    }
    PublishedRow account = read.get();
    compared("MD5", account.md5(), served.md5(), differences);
    compared("sha256", account.sha256(), served.sha256(), differences);
    if (account.size().filter(size -> size != served.size()).isPresent()) {
      differences.repairable(
          "its row has another size", account.size().get() + " bytes", served.size() + " bytes");
    }
    compared("structural tag", account.structuralTag(), expected.structuralTag(), differences);
    if (account.isPublic() != expected.isPublic()) {
      differences.repairable(
          "its row has another permission", shown(account.isPublic()), shown(expected.isPublic()));
    }
  }

  /** What older publishers did not write is no difference. */
  private static void compared(String what, String got, String wanted, Differences differences) {
    if (!got.isEmpty() && !wanted.isEmpty() && !got.equals(wanted)) {
      differences.repairable("its row has another " + what, got, wanted);
    }
  }

  private FileDigests fetched(LayerVersion version, LayerCode code) throws LayerServiceException {
    String name = version.region() + "-" + version.layer() + "-" + version.number() + ".zip";
    Path file = workFolder.resolve(name);
    JobProgress job =
        progress.started(
            "verify " + version.layer() + " in " + version.region(), Amount.bytes(code.size()));
    Outcome outcome = Outcome.failed("failed");
    try {
      service.download(version, file, job);
      FileDigests digests = FileDigests.of(file);
      outcome = Outcome.done("fetched");
      return digests;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      job.finished(outcome);
      remove(file);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The folder is removed as a whole when all is done.
    }
  }
}
