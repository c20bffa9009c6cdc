package dev.ocelot.packaging.source;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.progress.Amount;
import dev.ocelot.packaging.progress.JobProgress;
import dev.ocelot.packaging.progress.Outcome;
import dev.ocelot.packaging.progress.Progress;
import dev.ocelot.problem.FileAccessProblem;
import dev.ocelot.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Receives one file into a place, and believes nothing that the other side says of it. */
final class Download {
  private static final int BUFFER = 1 << 16;

  private final Source source;
  private final SourceLimits limits;
  private final Progress progress;
  private final Opener opener;

  /** Opens a file for writing from its start. */
  @FunctionalInterface
  interface Opener {
    OutputStream open(Path file) throws IOException;
  }

  Download(Source source, SourceLimits limits, Progress progress, Opener opener) {
    this.source = source;
    this.limits = limits;
    this.progress = progress;
    this.opener = opener;
  }

  void into(Path part, SourceFetcher fetcher) throws InterruptedException {
    MessageDigest digest = Digest.SHA256.begin();
    try {
      fetcher.fetch(
          source.address(), limits, (length, bytes) -> receive(length, bytes, part, digest));
    } catch (OfflineException e) {
      throw new ProblemException(SourceProblems.offline(source), e);
    } catch (ClosedByInterruptException e) {
      throw interruption(e);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new ProblemException(SourceProblems.unavailable(source, reason), e);
    }
    String found = Digest.end(digest);
    if (!found.equals(source.sha256())) {
      throw new ProblemException(SourceProblems.otherDigest(source, found));
    }
  }

  private static InterruptedException interruption(IOException cause) {
    InterruptedException interruption = new InterruptedException("while writing a source");
    interruption.initCause(cause);
    return interruption;
  }

  private void receive(long length, InputStream bytes, Path part, MessageDigest digest)
      throws IOException, InterruptedException {
    if (length > limits.bytes()) {
      throw new ProblemException(SourceProblems.tooLarge(source, limits.bytes()));
    }
    JobProgress job = progress.started("fetch " + source.shortName(), Amount.bytes(length));
    Outcome outcome = Outcome.failed("failed");
    try (PartFile file = new PartFile(part, opener)) {
      copy(bytes, file, digest, job);
      outcome = Outcome.done("fetched");
    } finally {
      job.finished(outcome);
    }
  }

  private void copy(InputStream bytes, PartFile file, MessageDigest digest, JobProgress job)
      throws IOException, InterruptedException {
    Pace pace = new Pace(limits, System::nanoTime);
    byte[] buffer = new byte[BUFFER];
    long count = 0;
    for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
      count += n;
      if (count > limits.bytes()) {
        throw new ProblemException(SourceProblems.tooLarge(source, limits.bytes()));
      }
      if (Thread.interrupted()) {
        throw new InterruptedException("while fetching a source");
      }
      pace.check(count);
      file.write(buffer, n);
      digest.update(buffer, 0, n);
      job.advanced(n);
    }
  }

  /** Writes, and tells a disk that is full from a server that does not answer. */
  private static final class PartFile implements AutoCloseable {
    private final Path part;
    private final OutputStream out;

    PartFile(Path part, Opener opener) {
      this.part = part;
      try {
        this.out = opener.open(part);
      } catch (IOException e) {
        throw new ProblemException(FileAccessProblem.of(part.toString(), "written", e), e);
      }
    }

    void write(byte[] buffer, int count) throws ClosedByInterruptException {
      try {
        out.write(buffer, 0, count);
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (IOException e) {
        throw new ProblemException(FileAccessProblem.of(part.toString(), "written", e), e);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException e) {
        throw new ProblemException(FileAccessProblem.of(part.toString(), "written", e), e);
      }
    }
  }
}
