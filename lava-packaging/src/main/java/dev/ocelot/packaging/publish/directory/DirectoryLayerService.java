package dev.ocelot.packaging.publish.directory;

import dev.ocelot.packaging.json.JsonFile;
import dev.ocelot.packaging.publish.LayerCode;
import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerTable;
import dev.ocelot.packaging.publish.LayerUpload;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PolicyStatement;
import dev.ocelot.packaging.publish.Region;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Layers in a directory, {@code <root>/<region>/<layer>/<version>/<layer>.zip}.
 *
 * <p>A version appears by renaming a complete hidden sibling, so nobody ever sees half of one.
 * Rows, policies and the set of versions are changed by one process at a time, under a lock that
 * the operating system frees when its holder dies. The directory must lie on a file system with
 * atomic renames and file locks.
 */
public final class DirectoryLayerService implements LayerService {
  private final Places places;
  private final FileCalls calls;
  private final DirectoryTable table;

  /**
   * A service.
   *
   * @param root where layers are published; made when the first is
   */
  public DirectoryLayerService(Path root) {
    this.places = new Places(root.toAbsolutePath());
    this.calls = new FileCalls(places);
    this.table = new DirectoryTable(places, calls);
  }

  @Override
  public String preflight(List<Region> regions) throws LayerServiceException {
    Path nearest = places.root();
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
      throw new LayerServiceException(
          Fault.UNAVAILABLE, nearest + " is not a directory that can be written");
    }
    for (Region region : regions) {
      Boolean unused =
          calls.run(
              () -> {
                for (Path home : folders(places.root().resolve(region.name()))) {
                  Staging.sweep(home);
                }
                return true;
              });
    }
    table.sweep();
    return "";
  }

  private static List<Path> folders(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, Files::isDirectory)) {
        stream.forEach(found::add);
      }
    }
    return found;
  }

  private Versions versionsOf(Region region, LayerName layer) {
    return new Versions(places, region, layer);
  }

  private Versions versionsOf(LayerVersion version) {
    return versionsOf(version.region(), version.layer());
  }

  @Override
  public List<LayerVersion> versions(Region region, LayerName layer) throws LayerServiceException {
    return calls.run(() -> versionsOf(region, layer).all());
  }

  @Override
  public LayerCode code(LayerVersion version) throws LayerServiceException {
    return calls.run(() -> versionsOf(version).code(version.number()));
  }

  @Override
  public void rehearse(Region region, LayerName layer, boolean toEveryone) {
    // Who may write the folder may do all.
  }

  @Override
  public List<LayerName> layers(Region region) throws LayerServiceException {
    return calls.run(
        () -> {
          List<LayerName> layers = new ArrayList<>();
          for (Path home : folders(places.root().resolve(region.name()))) {
            String name = home.getFileName().toString();
            if (LayerName.isName(name)
                && !new Versions(places, region, new LayerName(name)).numbers().isEmpty()) {
              layers.add(new LayerName(name));
            }
          }
          return layers.stream().sorted().toList();
        });
  }

  @Override
  public void download(LayerVersion version, Path target, LongConsumer received)
      throws LayerServiceException {
    Boolean unused =
        calls.run(
            () -> {
              versionsOf(version).copy(version.number(), target, received);
              return true;
            });
  }

  /** A directory has no functions. */
  @Override
  public List<String> users(LayerVersion version) {
    return List.of();
  }

  @Override
  public LayerVersion publish(Region region, LayerUpload upload, LongConsumer sent)
      throws LayerServiceException {
    Versions versions = versionsOf(region, upload.layer());
    VersionFile kept = VersionFile.of(upload);
    long number =
        calls.run(
            () -> {
              Files.createDirectories(versions.home());
              Staging.sweep(versions.home());
              try (Staging staging = Staging.in(versions.home())) {
                Path folder = staging.folder();
                new CheckedCopy(upload, sent).to(folder.resolve(Places.zip(upload.layer())));
                JsonFile.write(folder.resolve(Places.VERSION_FILE), kept::write);
                return calls.alone(
                    () ->
                        versions.appear(
                            folder, upload.sha256(), versions.next(), last -> last + 1));
              }
            });
    return versions.version(number, kept);
  }

  @Override
  public void delete(LayerVersion version) throws LayerServiceException {
    Boolean unused =
        calls.alone(
            () -> {
              versionsOf(version).remove(version.number());
              return true;
            });
  }

  @Override
  public List<PolicyStatement> policy(LayerVersion version) throws LayerServiceException {
    return calls.run(() -> policyOf(version).read());
  }

  private PolicyFile policyOf(LayerVersion version) throws LayerServiceException {
    Path folder = places.version(version.region(), version.layer(), version.number());
    if (!Files.isDirectory(folder)) {
      throw new LayerServiceException(Fault.NOT_FOUND, version.arn() + " does not exist");
    }
    return new PolicyFile(folder.resolve(Places.POLICY_FILE));
  }

  @Override
  public void allow(LayerVersion version, PolicyStatement statement) throws LayerServiceException {
    Boolean unused =
        calls.alone(
            () -> {
              PolicyFile file = policyOf(version);
              List<PolicyStatement> policy = file.read();
              for (PolicyStatement each : policy) {
                if (each.id().equals(statement.id()) && !each.equals(statement)) {
                  throw new LayerServiceException(
                      Fault.INVALID, "the statement " + each.id() + " says something else already");
                }
              }
              if (!policy.contains(statement)) {
                file.write(Stream.concat(policy.stream(), Stream.of(statement)).toList());
              }
              return true;
            });
  }

  @Override
  public void disallow(LayerVersion version, String statementId) throws LayerServiceException {
    Boolean unused =
        calls.alone(
            () -> {
              PolicyFile file = policyOf(version);
              List<PolicyStatement> policy = file.read();
              List<PolicyStatement> left =
                  policy.stream().filter(each -> !each.id().equals(statementId)).toList();
              if (left.size() < policy.size()) {
                file.write(left);
              }
              return true;
            });
  }

  @Override
  public LayerTable table() {
    return table;
  }
}
