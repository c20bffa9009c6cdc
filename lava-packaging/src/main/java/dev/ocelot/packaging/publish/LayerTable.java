package dev.ocelot.packaging.publish;

import java.util.List;
import java.util.Optional;

/**
 * Rows by key, written only under conditions, so that of two writers one learns that it lost.
 *
 * <p>Keys that start with {@code arn:} are layer versions; all others are locks. A write whose
 * answer was lost is {@link LayerServiceException.Fault#OUTCOME_UNKNOWN}; reading tells what
 * happened.
 */
public interface LayerTable {

  /**
   * Makes the table, unless there is one.
   *
   * @return whether it was made
   * @throws LayerServiceException when there may be none
   */
  boolean establish() throws LayerServiceException;

  /**
   * A row as it is now, never a stale copy.
   *
   * @param key its key
   * @return the row, or empty
   * @throws LayerServiceException when it cannot be read
   */
  Optional<Row> row(String key) throws LayerServiceException;

  /**
   * Several rows as they are now, never stale copies.
   *
   * @param keys their keys, each once
   * @return those that there are, in any order
   * @throws LayerServiceException when they cannot be read
   */
  List<Row> rows(List<String> keys) throws LayerServiceException;

  /**
   * The rows of a layer's versions, lowest version first; may lack what was written a moment ago.
   *
   * @param baseLayerArn the layer's name in the service, without a version
   * @return the rows
   * @throws LayerServiceException when they cannot be read
   */
  List<Row> rowsOfLayer(String baseLayerArn) throws LayerServiceException;

  /**
   * The rows of the versions of a distribution or component, by key; may lack what was written a
   * moment ago.
   *
   * @param distribution its name
   * @return the rows
   * @throws LayerServiceException when they cannot be read
   */
  List<Row> rowsOfDistribution(String distribution) throws LayerServiceException;

  /**
   * The rows of all versions, by key, without locks; may lack what was written a moment ago.
   *
   * @return the rows
   * @throws LayerServiceException when they cannot be read
   */
  List<Row> versions() throws LayerServiceException;

  /**
   * Writes a row unless one with its key exists.
   *
   * @param row the row
   * @return whether it was written
   * @throws LayerServiceException when it may not have been
   */
  boolean create(Row row) throws LayerServiceException;

  /**
   * Writes a row in the place of one that is still as expected. Attributes that others wrote and
   * that no {@link Row} can hold stay, except in the place of one that the replacement brings.
   *
   * @param expected the row as it was read
   * @param replacement the new row, with the same key
   * @return whether it was written
   * @throws LayerServiceException when it may not have been
   */
  boolean replace(Row expected, Row replacement) throws LayerServiceException;

  /**
   * Removes a row that is still as expected.
   *
   * @param expected the row as it was read
   * @return whether it is gone: true also when there was none
   * @throws LayerServiceException when it may still be there
   */
  boolean delete(Row expected) throws LayerServiceException;
}
