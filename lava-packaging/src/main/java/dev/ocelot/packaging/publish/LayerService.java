package dev.ocelot.packaging.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Where layers are published: AWS Lambda with DynamoDB, or a directory that behaves alike.
 *
 * <p>Regions are values, one service serves all of them. Safe for several threads, and for several
 * processes that publish to one place. A call answers once and does not try again on its own
 * account where that could publish twice: the caller knows how to find out what happened. Every
 * call has a time limit.
 *
 * <p>An implementation passes the tests of {@code LayerServiceContract}.
 */
public interface LayerService extends AutoCloseable {

  /**
   * Checks what can be known before anything is sent: credentials, the account, that a place can be
   * written. May clear away what runs that were killed left behind.
   *
   * @param regions where layers shall go
   * @return the account that layers would be published from; empty where there are no accounts
   * @throws LayerServiceException when nothing can be published
   */
  String preflight(List<Region> regions) throws LayerServiceException;

  /**
   * Finds out, by calls that can have no effect, whether what follows a publication is allowed too.
   * What is refused only afterwards leaves a version without its permission.
   *
   * @param region where a layer shall go
   * @param layer the layer
   * @param toEveryone whether it shall be for everyone
   * @throws LayerServiceException {@link LayerServiceException.Fault#DENIED} when it is not
   */
  void rehearse(Region region, LayerName layer, boolean toEveryone) throws LayerServiceException;

  /**
   * The layers that have a version.
   *
   * @param region where
   * @return their names, sorted
   * @throws LayerServiceException when they cannot be listed
   */
  List<LayerName> layers(Region region) throws LayerServiceException;

  /**
   * Every version of a layer, lowest first. A layer that does not exist has none; a refused call is
   * {@link LayerServiceException.Fault#DENIED}, never an empty answer.
   *
   * @param region where
   * @param layer which
   * @return its versions
   * @throws LayerServiceException when they cannot be listed
   */
  List<LayerVersion> versions(Region region, LayerName layer) throws LayerServiceException;

  /**
   * The newest version of each of some layers, which a service may tell in fewer calls than all
   * versions of each. A refused call is {@link LayerServiceException.Fault#DENIED}, never an empty
   * answer.
   *
   * @param region where
   * @param layers which
   * @return the version with the highest number, for those layers that have a version
   * @throws LayerServiceException when they cannot be listed
   */
  default Map<LayerName, LayerVersion> newest(Region region, Set<LayerName> layers)
      throws LayerServiceException {
    Map<LayerName, LayerVersion> newest = new TreeMap<>();
    for (LayerName layer : layers) {
      for (LayerVersion version : versions(region, layer)) {
        newest.put(layer, version);
      }
    }
    return newest;
  }

  /**
   * The service's own digest of the code that a version serves, given what it told of that version
   * before. A service whose versions never change need not be asked again; whether a version exists
   * is for {@link #versions} to say.
   *
   * @param version a version that was listed
   * @param told what {@link #code(LayerVersion)} or a publication answered for it earlier
   * @return its digest
   * @throws LayerServiceException as {@link #code(LayerVersion)}
   */
  default LayerCode code(LayerVersion version, LayerCode told) throws LayerServiceException {
    return code(version);
  }

  /**
   * The service's own digest of the code that a version serves.
   *
   * @param version the version
   * @return its digest
   * @throws LayerServiceException when it cannot be told; {@link
   *     LayerServiceException.Fault#NOT_FOUND} when there is no such version
   */
  LayerCode code(LayerVersion version) throws LayerServiceException;

  /**
   * Fetches the code that a version serves. The file is streamed; whether its bytes are what they
   * should be is for the caller to say.
   *
   * @param version the version
   * @param target a new file
   * @param received is told how many more bytes came, for progress
   * @throws LayerServiceException when the file is not whole, and then is not there; {@link
   *     LayerServiceException.Fault#NOT_FOUND} when there is no such version
   */
  void download(LayerVersion version, Path target, LongConsumer received)
      throws LayerServiceException;

  /**
   * The functions whose configuration names a version now.
   *
   * @param version the version
   * @return their ARNs, sorted; empty where there are no functions
   * @throws LayerServiceException when they cannot be listed
   */
  List<String> users(LayerVersion version) throws LayerServiceException;

  /**
   * Publishes a version. Numbers only ever increase, also after deletions.
   *
   * <p>The file is streamed. A version whose bytes do not have the stated sha256 never stays. Where
   * another publisher came first with the same bytes, the answer may be that publisher's version.
   *
   * @param region where
   * @param upload what
   * @param sent is told how many more bytes were sent, for progress
   * @return the version
   * @throws LayerServiceException when nothing was published, or, with {@link
   *     LayerServiceException.Fault#OUTCOME_UNKNOWN}, perhaps something was
   */
  LayerVersion publish(Region region, LayerUpload upload, LongConsumer sent)
      throws LayerServiceException;

  /**
   * Deletes a version and its policy. One that does not exist is deleted already. Its row stays.
   *
   * @param version the version
   * @throws LayerServiceException when it may still be there
   */
  void delete(LayerVersion version) throws LayerServiceException;

  /**
   * Who may use a version beyond its own account, sorted by statement id.
   *
   * @param version the version
   * @return the statements; empty when nobody may
   * @throws LayerServiceException when they cannot be read
   */
  List<PolicyStatement> policy(LayerVersion version) throws LayerServiceException;

  /**
   * Adds a statement. One with its id that says the same is enough; one that says something else is
   * {@link LayerServiceException.Fault#INVALID}.
   *
   * @param version the version
   * @param statement the statement
   * @throws LayerServiceException when it may not have been added
   */
  void allow(LayerVersion version, PolicyStatement statement) throws LayerServiceException;

  /**
   * Removes a statement. One that does not exist is removed already.
   *
   * @param version the version
   * @param statementId the statement's id
   * @throws LayerServiceException when it may still be there
   */
  void disallow(LayerVersion version, String statementId) throws LayerServiceException;

  /**
   * The table of what is published, and of locks; one for all regions.
   *
   * @return the table
   */
  LayerTable table();

  /** Gives back connections. Nothing that was begun is undone. */
  @Override
  default void close() {
    // Most services hold none.
  }
}
