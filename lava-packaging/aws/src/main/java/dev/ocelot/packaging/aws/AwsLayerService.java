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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AddLayerVersionPermissionRequest;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentOutput;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.LayersListItem;
import software.amazon.awssdk.services.lambda.model.ListLayersResponse;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;

/** Layers in AWS Lambda, one client for each region, every call sent once. */
final class AwsLayerService implements LayerService {
  /** No layer will ever have so many. */
  private static final long NO_VERSION = Integer.MAX_VALUE;

  private final AwsClients clients;
  private final PublishSettings settings;
  private final boolean createTable;
  private final LayerSending sending;
  private final AwsLayerTable table;

  /** ARNs of versions that were made here and have no policy yet. */
  private final Set<String> fresh = ConcurrentHashMap.newKeySet();

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
    return AwsCalls.run(
        () ->
            lambda(region).listLayersPaginator().layers().stream()
                .map(LayersListItem::layerName)
                .map(LayerName::new)
                .sorted()
                .toList());
  }

  @Override
  public List<LayerVersion> versions(Region region, LayerName layer) throws LayerServiceException {
    return emptyIfMissing(
        () ->
            lambda(region)
                .listLayerVersionsPaginator(r -> r.layerName(layer.text()))
                .layerVersions()
                .stream()
                .map(item -> version(region, layer, item))
                .sorted(Comparator.comparingLong(LayerVersion::number))
                .toList());
  }

  /**
   * Lists the layers of the region, as long as that may take fewer calls than asking for each; the
   * rest, and whatever a role that may not list layers is asked for, layer by layer.
   */
  @Override
  public Map<LayerName, LayerVersion> newest(Region region, Set<LayerName> layers)
      throws LayerServiceException {
    Map<LayerName, LayerVersion> newest = new TreeMap<>();
    if (layers.size() > 1 && isListed(region, layers, newest)) {
      return newest;
    }
    Set<LayerName> rest = new TreeSet<>(layers);
    rest.removeAll(newest.keySet());
    newest.putAll(LayerService.super.newest(region, rest));
    return newest;
  }

  /** Whether no layer is left that the listing did not come to. */
  private boolean isListed(
      Region region, Set<LayerName> layers, Map<LayerName, LayerVersion> newest)
      throws LayerServiceException {
    try {
      return AwsCalls.run(
          () -> {
            int left = layers.size();
            for (ListLayersResponse page : lambda(region).listLayersPaginator()) {
              for (LayersListItem item : page.layers()) {
                LayerName name = new LayerName(item.layerName());
                if (layers.contains(name)) {
                  newest.put(name, version(region, name, item.latestMatchingVersion()));
                }
              }
              left--;
              if (page.nextMarker() == null || newest.size() == layers.size()) {
                return true;
              }
              if (left == 0) {
                return false;
              }
            }
            return true;
          });
    } catch (LayerServiceException e) {
      if (e.fault() == Fault.DENIED) {
        return false;
      }
      throw e;
    }
  }

  /** A version's bytes never change, and its number is given to no other. */
  @Override
  public LayerCode code(LayerVersion version, LayerCode told) {
    return told;
  }

  private static LayerVersion version(Region region, LayerName layer, LayerVersionsListItem item) {
    return new LayerVersion(
        region,
        layer,
        item.version(),
        item.layerVersionArn(),
        item.description() == null ? "" : item.description(),
        item.compatibleArchitecturesAsStrings(),
        item.compatibleRuntimesAsStrings());
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
    fresh.add(version.arn());
    return version;
  }

  @Override
  public void delete(LayerVersion version) throws LayerServiceException {
    doneIfMissing(
        () ->
            lambda(version)
                .deleteLayerVersion(
                    r -> r.layerName(version.layer().text()).versionNumber(version.number())));
  }

  @Override
  public List<PolicyStatement> policy(LayerVersion version) throws LayerServiceException {
    Optional<String> document =
        ifThere(
            () ->
                lambda(version)
                    .getLayerVersionPolicy(
                        r -> r.layerName(version.layer().text()).versionNumber(version.number()))
                    .policy());
    return document.isEmpty() ? List.of() : LayerPolicy.statements(document.get());
  }

  /**
   * Asks first, as not every answer to a second statement of an id says that it was refused; but
   * not about a version that it has just made.
   */
  @Override
  public void allow(LayerVersion version, PolicyStatement statement) throws LayerServiceException {
    boolean isNew = fresh.remove(version.arn());
    for (PolicyStatement each : isNew ? List.<PolicyStatement>of() : policy(version)) {
      if (each.equals(statement)) {
        return;
      }
      if (each.id().equals(statement.id())) {
        throw new LayerServiceException(
            Fault.INVALID, "the statement " + each.id() + " says something else already");
      }
    }
    AddLayerVersionPermissionRequest.Builder request =
        AddLayerVersionPermissionRequest.builder()
            .layerName(version.layer().text())
            .versionNumber(version.number())
            .statementId(statement.id())
            .action(statement.action())
            .principal(statement.principal());
    if (!statement.organization().isEmpty()) {
      request.organizationId(statement.organization());
    }
    try {
      AwsCalls.run(() -> lambda(version).addLayerVersionPermission(request.build()));
    } catch (LayerServiceException e) {
      // Another run may have added the same since this one asked.
      if (e.fault() != Fault.INVALID || !policy(version).contains(statement)) {
        throw e;
      }
    }
  }

  @Override
  public void disallow(LayerVersion version, String statementId) throws LayerServiceException {
    doneIfMissing(
        () ->
            lambda(version)
                .removeLayerVersionPermission(
                    r ->
                        r.layerName(version.layer().text())
                            .versionNumber(version.number())
                            .statementId(statementId)));
  }

  @Override
  public LayerTable table() {
    return table;
  }

  @Override
  public void close() {
    clients.close();
  }

  private LambdaClient lambda(Region region) {
    return clients.lambda(region);
  }

  private LambdaClient lambda(LayerVersion version) {
    return clients.lambda(version.region());
  }

  private static <T> List<T> emptyIfMissing(AwsCalls.Call<List<T>> call)
      throws LayerServiceException {
    return ifThere(call).orElse(List.of());
  }

  private static void doneIfMissing(AwsCalls.Call<?> call) throws LayerServiceException {
    Optional<?> unused = ifThere(call);
  }

  private static <T> Optional<T> ifThere(AwsCalls.Call<T> call) throws LayerServiceException {
    try {
      return Optional.of(AwsCalls.run(call));
    } catch (LayerServiceException e) {
      if (e.fault() == Fault.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
