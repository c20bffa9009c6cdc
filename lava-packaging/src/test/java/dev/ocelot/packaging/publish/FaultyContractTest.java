package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.publish.directory.DirectoryLayerService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** The contract holds through trouble, if calls are repeated as the publisher repeats them. */
class FaultyContractTest extends LayerServiceContract {
  private static final RetryPolicy STUBBORN =
      new RetryPolicy(40, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1));

  private final LayerService service;

  FaultyContractTest(@TempDir Path folder) {
    super(folder);
    this.service =
        new Patient(
            new FaultyLayerService(
                new DirectoryLayerService(folder.resolve("published")),
                FaultyLayerService.passing(7)));
  }

  @Override
  protected LayerService service() {
    return service;
  }

  /** Repeats what goes wrong. Publishing looks for its version before it tries again. */
  private static final class Patient extends ServiceAround {
    private final Retries retries = new Retries(STUBBORN, new FakeTiming(), () -> 0);

    Patient(LayerService inner) {
      super(inner);
    }

    @Override
    public String preflight(List<Region> regions) throws LayerServiceException {
      return retries.repeatable(() -> super.preflight(regions));
    }

    @Override
    public List<LayerVersion> versions(Region region, LayerName layer)
        throws LayerServiceException {
      return retries.repeatable(() -> super.versions(region, layer));
    }

    @Override
    public List<LayerName> layers(Region region) throws LayerServiceException {
      return retries.repeatable(() -> super.layers(region));
    }

    @Override
    public void download(LayerVersion version, Path target, LongConsumer received)
        throws LayerServiceException {
      retries.repeatable(
          () -> {
            try {
              Files.deleteIfExists(target);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            super.download(version, target, received);
          });
    }

    @Override
    public List<String> users(LayerVersion version) throws LayerServiceException {
      return retries.repeatable(() -> super.users(version));
    }

    @Override
    public LayerCode code(LayerVersion version) throws LayerServiceException {
      return retries.repeatable(() -> super.code(version));
    }

    @Override
    public LayerVersion publish(Region region, LayerUpload upload, LongConsumer sent)
        throws LayerServiceException {
      Set<Long> before = new HashSet<>(numbers(region, upload));
      long[] told = {0};
      LongConsumer once =
          bytes -> {
            told[0] += bytes;
            sent.accept(told[0] <= upload.size() ? bytes : 0);
          };
      return retries.once(
          () -> super.publish(region, upload, once),
          () ->
              versions(region, upload.layer()).stream()
                  .filter(version -> !before.contains(version.number()))
                  .filter(version -> version.description().equals(upload.description()))
                  .findFirst());
    }

    private Set<Long> numbers(Region region, LayerUpload upload) throws LayerServiceException {
      return versions(region, upload.layer()).stream()
          .map(LayerVersion::number)
          .collect(Collectors.toSet());
    }

    @Override
    public void delete(LayerVersion version) throws LayerServiceException {
      retries.repeatable(() -> super.delete(version));
    }

    @Override
    public List<PolicyStatement> policy(LayerVersion version) throws LayerServiceException {
      return retries.repeatable(() -> super.policy(version));
    }

    @Override
    public void allow(LayerVersion version, PolicyStatement statement)
        throws LayerServiceException {
      retries.repeatable(() -> super.allow(version, statement));
    }

    @Override
    public void disallow(LayerVersion version, String statementId) throws LayerServiceException {
      retries.repeatable(() -> super.disallow(version, statementId));
    }
  }
}
