package dev.ocelot.packaging.publish;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactRecord;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.artifact.bom.BillOfMaterials;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A listed file and its record, held to what the list says of them. */
final class BuiltFile {
  private static final Remedy BUILD_AGAIN = Remedy.advice("run mvn verify again");

  private final ArtifactsFile list;
  private final Artifact artifact;
  private final Problems problems;

  BuiltFile(ArtifactsFile list, Artifact artifact, Problems problems) {
    this.list = list;
    this.artifact = artifact;
    this.problems = problems;
  }

  Path path() {
    return list.outputDirectory().resolve(artifact.file());
  }

  /** The record, if file and record are those that were listed. */
  Optional<ArtifactRecord> checkedRecord() {
    boolean same = isListedFile();
    boolean itsOwnBill = hasItsOwnBill();
    Path file = list.outputDirectory().resolve(artifact.record());
    Optional<ArtifactRecord> record = ArtifactRecord.read(file, shown(artifact.record()), problems);
    return record.filter(this::isListedRecord).filter(found -> same && itsOwnBill);
  }

  private boolean isListedFile() {
    String shown = shown(artifact.file());
    try {
      // Asked first, as opening a FIFO would wait for its writer.
      if (!Files.isRegularFile(path())) {
        return refuse(shown, "no file", "sha256 " + artifact.digests().sha256());
      }
      String found = Digest.SHA256.of(path());
      String expected = artifact.digests().sha256();
      return found.equals(expected) || refuse(shown, "sha256 " + found, "sha256 " + expected);
    } catch (IOException e) {
      problems.add(
          Problem.error(ProblemId.FILE_ACCESS, shown + " cannot be read: " + e)
              .at(Location.of(shown)));
      return false;
    }
  }

  /** A bill that an earlier build left would be stored as what this layer holds. */
  private boolean hasItsOwnBill() {
    String shown = shown(artifact.file() + BillOfMaterials.EXTENSION);
    String sha256 = artifact.digests().sha256();
    Path bill = StoredBill.file(path());
    try {
      return !Files.isRegularFile(bill)
          || StoredBill.isOf(Files.readAllBytes(bill), sha256)
          || refuse(shown, "a bill of other bytes", "a bill of those with sha256 " + sha256);
    } catch (IOException e) {
      problems.add(
          Problem.error(ProblemId.FILE_ACCESS, shown + " cannot be read: " + e)
              .at(Location.of(shown)));
      return false;
    }
  }

  private boolean isListedRecord(ArtifactRecord record) {
    boolean same =
        record.id().equals(artifact.id())
            && record.digests().equals(artifact.digests())
            && record.contentDigest().equals(artifact.contentDigest())
            && record.tag().tag().equals(artifact.structuralTag());
    return same
        || refuse(
            shown(artifact.record()),
            "a record of " + record.id() + " with sha256 " + record.digests().sha256(),
            "of " + artifact.id() + " with sha256 " + artifact.digests().sha256());
  }

  private boolean refuse(String shown, String got, String expected) {
    problems.add(
        Problem.error(
                PublishProblems.ARTIFACT_CHANGED,
                shown + " is not what " + list.shownAs() + " lists")
            .at(Location.of(shown))
            .comparing(got, expected)
            .withRemedy(BUILD_AGAIN));
    return false;
  }

  private String shown(String file) {
    int end = list.shownAs().length() - ArtifactsFile.NAME.length();
    return list.shownAs().endsWith(ArtifactsFile.NAME)
        ? list.shownAs().substring(0, end) + file
        : file;
  }
}
