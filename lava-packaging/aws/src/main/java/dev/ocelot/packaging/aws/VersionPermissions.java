package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.PolicyStatement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AddLayerVersionPermissionRequest;

/** Who may use versions beyond their own account. */
final class VersionPermissions {
  private final AwsClients clients;

  /** ARNs of versions that were made here and have no policy yet. */
  private final Set<String> fresh = ConcurrentHashMap.newKeySet();

  VersionPermissions(AwsClients clients) {
    this.clients = clients;
  }

  /** A version was made just now, so nobody may use it yet. */
  void made(LayerVersion version) {
    fresh.add(version.arn());
  }

  List<PolicyStatement> policy(LayerVersion version) throws LayerServiceException {
    Optional<String> document =
        AwsCalls.ifThere(
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
  void allow(LayerVersion version, PolicyStatement statement) throws LayerServiceException {
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

  void disallow(LayerVersion version, String statementId) throws LayerServiceException {
    AwsCalls.doneIfMissing(
        () ->
            lambda(version)
                .removeLayerVersionPermission(
                    r ->
                        r.layerName(version.layer().text())
                            .versionNumber(version.number())
                            .statementId(statementId)));
  }

  private LambdaClient lambda(LayerVersion version) {
    return clients.lambda(version.region());
  }
}
