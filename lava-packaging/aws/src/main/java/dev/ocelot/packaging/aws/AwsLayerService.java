package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerCode;
import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerService;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerTable;
import dev.ocelot.packaging.publish.LayerUpload;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PolicyStatement;
import dev.ocelot.packaging.publish.PublishSettings;
import dev.ocelot.packaging.publish.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentOutput;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

/** Layers in AWS Lambda, one client for each region, every call sent once. */
final class AwsLayerService implements LayerService {
  /** No layer will ever have so many. */
  private static final long NO_VERSION = Integer.MAX_VALUE;

  private final AwsClients clients;
  private final PublishSettings settings;
  private final boolean createTable;
  private final LayerSending sending;
  private final VersionListing listing;
  private final VersionPermissions permissions;
  private final AwsLayerTable table;

  /**
   * A service.
   *
   * @param clients closed with this
   * @param settings where and how layers are published
   * @param createTable whether a missing table is made
   */
  AwsLayerService(AwsClients clients, PublishSettings settings, boolean createTable) {
    this.clients = clients;
    this.settings = settings;
    this.createTable = createTable;
    this.sending = new LayerSending(clients, settings);
    this.listing = new VersionListing(clients);
    this.permissions = new VersionPermissions(clients);
    this.table = new AwsLayerTable(clients, settings.table());
  }

  /** Nothing is looked at, let alone made, in an account that is not the one that is named. */
  @Override
  public String preflight(List<Region> regions) throws LayerServiceException {
    String account =
        AwsCalls.run(() -> clients.tokens(settings.table().region()).getCallerIdentity().account());
    if (settings.account().isEmpty() || settings.account().equals(account)) {
      if (createTable) {
        boolean unused = table.establish();
      } else {
        table.require();
      }
    }
    return account;
  }

  /** Speaks of a version that cannot exist: who may is told so, and who may not is refused. */
  @Override
  public void rehearse(Region region, LayerName layer, boolean toEveryone)
      throws LayerServiceException {
    LayerVersion none =
        new LayerVersion(region, layer, NO_VERSION, ":" + NO_VERSION, "", List.of(), List.of());
    rehearsed(() -> versions(region, layer));
    rehearsed(() -> content(none));
    if (toEveryone) {
      rehearsed(
          () -> {
            allow(none, PolicyStatement.PUBLIC);
            return true;
          });
    } else {
      rehearsed(() -> policy(none));
    }
  }

  /** Only a refusal counts: whatever else is wrong with such a version is not the user's fault. */
  private static void rehearsed(AwsCalls.Call<?> call) throws LayerServiceException {
    try {
      Object unused = AwsCalls.run(call);
    } catch (LayerServiceException e) {
      if (e.fault() != Fault.NOT_FOUND && e.fault() != Fault.INVALID) {
        throw e;
      }
    }
  }

  @Override
  public List<LayerName> layers(Region region) throws LayerServiceException {
    return listing.layers(region);
  }

  @Override
  public List<LayerVersion> versions(Region region, LayerName layer) throws LayerServiceException {
    return listing.versions(region, layer);
  }

  @Override
  public Map<LayerName, LayerVersion> newest(Region region, Set<LayerName> layers)
      throws LayerServiceException {
    VersionListing.Newest listed = listing.newest(region, layers);
    Map<LayerName, LayerVersion> newest = new TreeMap<>(listed.found());
    newest.putAll(LayerService.super.newest(region, listed.rest()));
    return newest;
  }

  /** A version's bytes never change, and its number is given to no other. */
  @Override
  public LayerCode code(LayerVersion version, LayerCode told) {
    return told;
  }

  @Override
  public LayerCode code(LayerVersion version) throws LayerServiceException {
    LayerVersionContentOutput content = content(version);
    return new LayerCode(Sha256.hex(content.codeSha256()), content.codeSize());
  }

  private LayerVersionContentOutput content(LayerVersion version) throws LayerServiceException {
    return AwsCalls.run(
        () ->
            lambda(version)
                .getLayerVersion(
                    r -> r.layerName(version.layer().text()).versionNumber(version.number()))
                .content());
  }

  @Override
  public void download(LayerVersion version, Path target, LongConsumer received)
      throws LayerServiceException {
    LayerVersionContentOutput content = content(version);
    new CodeDownload(clients.patience())
        .to(target, content.location(), content.codeSize(), received);
  }

  @Override
  public List<String> users(LayerVersion version) throws LayerServiceException {
    return AwsCalls.run(
        () ->
            lambda(version).listFunctionsPaginator().functions().stream()
                .filter(function -> uses(function, version))
                .map(FunctionConfiguration::functionArn)
                .sorted()
                .toList());
  }

  private static boolean uses(FunctionConfiguration function, LayerVersion version) {
    return function.layers().stream().anyMatch(layer -> layer.arn().equals(version.arn()));
  }

  @Override
  public LayerVersion publish(Region region, LayerUpload upload, LongConsumer sent)
      throws LayerServiceException {
    PublishLayerVersionResponse answer = sending.publish(region, upload, sent);
    LayerVersion version =
        new LayerVersion(
            region,
            upload.layer(),
            answer.version(),
            answer.layerVersionArn(),
            upload.description(),
            answer.compatibleArchitecturesAsStrings(),
            answer.compatibleRuntimesAsStrings());
    String got = Sha256.hex(answer.content().codeSha256());
    if (!got.equals(upload.sha256())) {
      delete(version);
      throw new LayerServiceException(
          Fault.INVALID,
          "the bytes that arrived have the sha256 " + got + ", not " + upload.sha256());
    }
    permissions.made(version);
    return version;
  }

  @Override
  public void delete(LayerVersion version) throws LayerServiceException {
    AwsCalls.doneIfMissing(
        () ->
            lambda(version)
                .deleteLayerVersion(
                    r -> r.layerName(version.layer().text()).versionNumber(version.number())));
  }

  @Override
  public List<PolicyStatement> policy(LayerVersion version) throws LayerServiceException {
    return permissions.policy(version);
  }

  @Override
  public void allow(LayerVersion version, PolicyStatement statement) throws LayerServiceException {
    permissions.allow(version, statement);
  }

  @Override
  public void disallow(LayerVersion version, String statementId) throws LayerServiceException {
    permissions.disallow(version, statementId);
  }

  @Override
  public LayerTable table() {
    return table;
  }

  @Override
  public void close() {
    clients.close();
  }

  private LambdaClient lambda(LayerVersion version) {
    return clients.lambda(version.region());
  }
}
