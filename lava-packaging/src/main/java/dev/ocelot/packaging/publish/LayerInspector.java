package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out what a region has of a layer. Only reads. */
final class LayerInspector {
  private final LayerService service;
  private final Retries retries;
  private final LayerRows rows;
  private final boolean wantedPublic;

  LayerInspector(LayerService service, Retries retries, LayerRows rows, boolean wantedPublic) {
    this.service = service;
    this.retries = retries;
    this.rows = rows;
    this.wantedPublic = wantedPublic;
  }

  List<LayerVersion> versions(Region region, LayerName layer) throws LayerServiceException {
    return retries.repeatable(() -> service.versions(region, layer));
  }

  /** The newest version of each of some layers. */
  Map<LayerName, LayerVersion> newest(Region region, Set<LayerName> layers)
      throws LayerServiceException {
    return retries.repeatable(() -> service.newest(region, layers));
  }

  /** Whether a version says that it holds the layer's bytes, which alone proves nothing. */
  static boolean claims(LayerVersion version, BuiltLayer layer) {
    return LayerDescription.names(version.description(), layer.digests().md5());
  }

  /**
   * Whether a version was published as the layer's bytes and is accounted for. A row is written
   * only after the service's own digest has agreed, so it holds what the service told then.
   */
  boolean isSettled(BuiltLayer layer, LayerVersion version, Map<String, Row> known)
      throws LayerServiceException {
    Row row = known.get(version.arn());
    LayerCode told = new LayerCode(layer.digests().sha256(), layer.digests().size());
    return row != null
        && claims(version, layer)
        && row.text(RowNames.SHA256).filter(told.sha256()::equals).isPresent()
        && isServed(() -> service.code(version, told), told.sha256());
  }

  /**
   * The lowest version that holds the layer's bytes, else the lowest that holds its content. What a
   * description or a row says counts only if the service's own digest agrees.
   */
  Optional<Match> find(BuiltLayer layer, List<LayerVersion> versions) throws LayerServiceException {
    Optional<LayerVersion> same = withSameBytes(layer, versions).stream().findFirst();
    if (same.isPresent()) {
      return Optional.of(new Match(same.get(), Match.By.MD5));
    }
    return versions.isEmpty() ? Optional.empty() : withSameContent(layer, versions);
  }

  /** The versions that hold the layer's bytes, lowest first. */
  List<LayerVersion> withSameBytes(BuiltLayer layer, List<LayerVersion> versions)
      throws LayerServiceException {
    List<LayerVersion> same = new ArrayList<>();
    for (LayerVersion version : versions) {
      if (claims(version, layer)
          && isServed(() -> service.code(version), layer.digests().sha256())) {
        same.add(version);
      }
    }
    return same;
  }

  private Optional<Match> withSameContent(BuiltLayer layer, List<LayerVersion> versions)
      throws LayerServiceException {
    String baseArn = versions.get(0).baseArn();
    List<Row> known = retries.repeatable(() -> service.table().rowsOfLayer(baseArn));
    Row.Text wanted = new Row.Text(layer.artifact().contentDigest());
    for (LayerVersion version : versions) {
      for (Row row : known) {
        if (row.key().equals(version.arn())
            && wanted.equals(row.attributes().get(RowNames.CONTENT_DIGEST))
            && isServed(() -> service.code(version), row.text(RowNames.SHA256).orElse(""))) {
          return Optional.of(new Match(version, Match.By.CONTENT));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isServed(Retries.Call<LayerCode> code, String sha256)
      throws LayerServiceException {
    try {
      return retries.repeatable(code).sha256().equals(sha256);
    } catch (LayerServiceException e) {
      if (e.fault() == Fault.NOT_FOUND) {
        return false; // deleted since it was listed
      }
      throw e;
    }
  }

  /** What is to be mended about a version. */
  List<Repair> repairs(BuiltLayer layer, Match match) throws LayerServiceException {
    String arn = match.version().arn();
    List<Repair> ofPermission = permission(match.version()).stream().toList();
    return withRow(ofPermission, layer, match, rows(List.of(arn)));
  }

  /** The rows that there are of some versions, by their ARNs. */
  Map<String, Row> rows(List<String> arns) throws LayerServiceException {
    return arns.isEmpty()
        ? Map.of()
        : retries.repeatable(() -> service.table().rows(arns)).stream()
            .collect(Collectors.toMap(Row::key, row -> row));
  }

  /** Some repairs, and what is to be mended about the version's row. */
  List<Repair> withRow(
      List<Repair> repairs, BuiltLayer layer, Match match, Map<String, Row> known) {
    List<Repair> all = new ArrayList<>(repairs);
    Row wanted = rows.row(layer, match.version(), retries.timing().now());
    Row found = known.get(match.version().arn());
    if (found == null) {
      all.add(Repair.WRITE_ROW);
    } else if (!rows.mended(found, wanted, match.by()).equals(found)) {
      all.add(Repair.MEND_ROW);
    }
    return all;
  }

  /** What is to be mended about who may use a version. */
  Optional<Repair> permission(LayerVersion version) throws LayerServiceException {
    List<PolicyStatement> policy = retries.repeatable(() -> service.policy(version));
    if (wantedPublic) {
      return policy.stream().anyMatch(PolicyStatement::isPublic)
          ? Optional.empty()
          : Optional.of(Repair.MAKE_PUBLIC);
    }
    return policy.contains(PolicyStatement.PUBLIC)
        ? Optional.of(Repair.MAKE_PRIVATE)
        : Optional.empty();
  }
}
