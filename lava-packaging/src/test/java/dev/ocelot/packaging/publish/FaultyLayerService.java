package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** A service to whose calls things happen. */
public final class FaultyLayerService implements LayerService {
  /** Says what happens to the next call. */
  public interface Script {
    /**
     * What happens to a call.
     *
     * @param call the method's name
     * @return what happens
     */
    Trouble next(String call);
  }

  /** The process has been killed. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final LayerService service;
  private final Script script;
  private volatile boolean killed;

  /**
   * A service in trouble.
   *
   * @param service does the work
   * @param script says what happens
   */
  public FaultyLayerService(LayerService service, Script script) {
    this.service = service;
    this.script = script;
  }

  /**
   * Trouble in one call.
   *
   * @param place which call, from 1
   * @param trouble what happens to it
   * @param count counts the calls
   * @return the script
   */
  public static Script at(int place, Trouble trouble, AtomicInteger count) {
    return call -> count.incrementAndGet() == place ? trouble : Trouble.NONE;
  }

  /**
   * Trouble that goes by, in every third call or so.
   *
   * @param seed decides which calls
   * @return the script
   */
  public static Script passing(long seed) {
    Random random = new Random(seed);
    List<Trouble> troubles =
        List.of(Trouble.THROTTLED, Trouble.LOST_BEFORE, Trouble.LOST_AFTER, Trouble.NONE);
    UnaryOperator<Trouble> sometimes = trouble -> random.nextInt(2) == 0 ? trouble : Trouble.NONE;
    return call -> {
      synchronized (random) {
        return sometimes.apply(troubles.get(random.nextInt(troubles.size())));
      }
    };
  }

  private <T> T through(String name, Retries.Call<T> call) throws LayerServiceException {
    if (killed) {
      throw new Killed();
    }
    Trouble trouble = script.next(name);
    switch (trouble) {
      case THROTTLED -> throw new LayerServiceException(Fault.TRANSIENT, "slow down");
      case LOST_BEFORE -> throw new LayerServiceException(Fault.OUTCOME_UNKNOWN, "no answer");
      case DENIED -> throw new LayerServiceException(Fault.DENIED, "you must not " + name);
      case CRASH_BEFORE -> throw kill();
      case NONE, LOST_AFTER, CRASH_AFTER -> {}
    }
    T answer = call.run();
    if (trouble == Trouble.CRASH_AFTER) {
      throw kill();
    }
    if (trouble == Trouble.LOST_AFTER) {
      throw new LayerServiceException(Fault.OUTCOME_UNKNOWN, "no answer");
    }
    return answer;
  }

  private void does(String name, Retries.Action action) throws LayerServiceException {
    Boolean unused =
        through(
            name,
            () -> {
              action.run();
              return true;
            });
  }

  private Killed kill() {
    killed = true;
    return new Killed();
  }

  @Override
  public String preflight(List<Region> regions) throws LayerServiceException {
    return through("preflight", () -> service.preflight(regions));
  }

  @Override
  public void rehearse(Region region, LayerName layer, boolean toEveryone)
      throws LayerServiceException {
    does("rehearse", () -> service.rehearse(region, layer, toEveryone));
  }

  @Override
  public List<LayerName> layers(Region region) throws LayerServiceException {
    return through("layers", () -> service.layers(region));
  }

  @Override
  public void download(LayerVersion version, Path target, LongConsumer received)
      throws LayerServiceException {
    does("download", () -> service.download(version, target, received));
  }

  @Override
  public List<String> users(LayerVersion version) throws LayerServiceException {
    return through("users", () -> service.users(version));
  }

  @Override
  public List<LayerVersion> versions(Region region, LayerName layer) throws LayerServiceException {
    return through("versions", () -> service.versions(region, layer));
  }

  @Override
  public Map<LayerName, LayerVersion> newest(Region region, Set<LayerName> layers)
      throws LayerServiceException {
    return through("newest", () -> service.newest(region, layers));
  }

  @Override
  public LayerCode code(LayerVersion version, LayerCode told) throws LayerServiceException {
    return through("code", () -> service.code(version, told));
  }

  @Override
  public LayerCode code(LayerVersion version) throws LayerServiceException {
    return through("code", () -> service.code(version));
  }

  @Override
  public LayerVersion publish(Region region, LayerUpload upload, LongConsumer sent)
      throws LayerServiceException {
    return through("publish", () -> service.publish(region, upload, sent));
  }

  @Override
  public void delete(LayerVersion version) throws LayerServiceException {
    does("delete", () -> service.delete(version));
  }

  @Override
  public List<PolicyStatement> policy(LayerVersion version) throws LayerServiceException {
    return through("policy", () -> service.policy(version));
  }

  @Override
  public void allow(LayerVersion version, PolicyStatement statement) throws LayerServiceException {
    does("allow", () -> service.allow(version, statement));
  }

  @Override
  public void disallow(LayerVersion version, String statementId) throws LayerServiceException {
    does("disallow", () -> service.disallow(version, statementId));
  }

  @Override
  public LayerTable table() {
    return new LayerTable() {
      @Override
      public Optional<Row> row(String key) throws LayerServiceException {
        return through("row", () -> service.table().row(key));
      }

      @Override
      public List<Row> rows(List<String> keys) throws LayerServiceException {
        return through("rowsByKey", () -> service.table().rows(keys));
      }

      @Override
      public List<Row> rowsOfLayer(String baseLayerArn) throws LayerServiceException {
        return through("rowsOfLayer", () -> service.table().rowsOfLayer(baseLayerArn));
      }

      @Override
      public boolean establish() throws LayerServiceException {
        return through("establish", () -> service.table().establish());
      }

      @Override
      public List<Row> rowsOfDistribution(String distribution) throws LayerServiceException {
        return through(
            "rowsOfDistribution", () -> service.table().rowsOfDistribution(distribution));
      }

      @Override
      public List<Row> versions() throws LayerServiceException {
        return through("rows", () -> service.table().versions());
      }

      @Override
      public boolean create(Row row) throws LayerServiceException {
        return through("create", () -> service.table().create(row));
      }

      @Override
      public boolean replace(Row expected, Row replacement) throws LayerServiceException {
        return through("replace", () -> service.table().replace(expected, replacement));
      }

      @Override
      public boolean delete(Row expected) throws LayerServiceException {
        return through("deleteRow", () -> service.table().delete(expected));
      }
    };
  }
}
