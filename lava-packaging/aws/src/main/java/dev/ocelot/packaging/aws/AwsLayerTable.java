package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerTable;
import dev.ocelot.packaging.publish.PublishSettings.TableSettings;
import dev.ocelot.packaging.publish.Row;
import dev.ocelot.packaging.publish.RowRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The table in DynamoDB. Every write has a condition, and a row that is replaced keeps whatever
 * others wrote into it that no {@link Row} shows.
 */
final class AwsLayerTable implements LayerTable {
  /** What DynamoDB gives in one call. */
  private static final int MOST_AT_ONCE = 100;

  private final AwsClients clients;
  private final TableSettings settings;

  AwsLayerTable(AwsClients clients, TableSettings settings) {
    this.clients = clients;
    this.settings = settings;
  }

  private DynamoDbClient table() {
    return clients.table(settings.region());
  }

  private TableMaking making() {
    return new TableMaking(table(), settings.name(), clients.patience());
  }

  @Override
  public boolean establish() throws LayerServiceException {
    return making().establish();
  }

  /** Fails unless there is a table. */
  void require() throws LayerServiceException {
    if (!making().exists()) {
      throw missing();
    }
  }

  private LayerServiceException missing() {
    return new LayerServiceException(
        Fault.UNAVAILABLE,
        "there is no DynamoDB table "
            + settings.name()
            + " in "
            + settings.region()
            + ": run once with -Docelot.createTable=true, or change table in publish.yaml");
  }

  @Override
  public Optional<Row> row(String key) throws LayerServiceException {
    Map<String, AttributeValue> item = item(key);
    return item.isEmpty() ? Optional.empty() : Optional.of(RowItem.row(item));
  }

  private Map<String, AttributeValue> item(String key) throws LayerServiceException {
    return asked(
        () ->
            table()
                .getItem(
                    r -> r.tableName(settings.name()).key(RowItem.key(key)).consistentRead(true))
                .item());
  }

  @Override
  public List<Row> rows(List<String> keys) throws LayerServiceException {
    List<Row> rows = new ArrayList<>();
    for (int start = 0; start < keys.size(); start += MOST_AT_ONCE) {
      rows.addAll(batch(keys.subList(start, Math.min(start + MOST_AT_ONCE, keys.size()))));
    }
    return rows;
  }

  private List<Row> batch(List<String> keys) throws LayerServiceException {
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(keys.stream().map(RowItem::key).toList())
            .consistentRead(true)
            .build();
    return asked(
        () ->
            table()
                .batchGetItemPaginator(r -> r.requestItems(Map.of(settings.name(), wanted)))
                .stream()
                .flatMap(page -> page.responses().getOrDefault(settings.name(), List.of()).stream())
                .map(RowItem::row)
                .toList());
  }

  @Override
  public List<Row> rowsOfLayer(String baseLayerArn) throws LayerServiceException {
    return indexed(TableMaking.BY_LAYER, "base_layer_arn", baseLayerArn);
  }

  @Override
  public List<Row> rowsOfDistribution(String distribution) throws LayerServiceException {
    return indexed(TableMaking.BY_DISTRIBUTION, "distribution", distribution);
  }

  private List<Row> indexed(String index, String attribute, String value)
      throws LayerServiceException {
    return asked(
        () ->
            table()
                .queryPaginator(
                    r ->
                        r.tableName(settings.name())
                            .indexName(index)
                            .keyConditionExpression("#name = :value")
                            .expressionAttributeNames(Map.of("#name", attribute))
                            .expressionAttributeValues(
                                Map.of(":value", AttributeValue.fromS(value))))
                .items()
                .stream()
                .map(RowItem::row)
                .toList());
  }

  @Override
  public List<Row> versions() throws LayerServiceException {
    return asked(
        () ->
            table()
                .scanPaginator(
                    r ->
                        r.tableName(settings.name())
                            .filterExpression("begins_with(#key, :arn)")
                            .expressionAttributeNames(Map.of("#key", RowItem.KEY))
                            .expressionAttributeValues(
                                Map.of(":arn", AttributeValue.fromS("arn:"))))
                .items()
                .stream()
                .map(RowItem::row)
                .sorted(Comparator.comparing(Row::key))
                .toList());
  }

  @Override
  public boolean create(Row row) throws LayerServiceException {
    RowRules.check(row);
    RowCondition condition = RowCondition.absent();
    return held(
        () ->
            table()
                .putItem(
                    r ->
                        r.tableName(settings.name())
                            .item(RowItem.of(row))
                            .conditionExpression(condition.text())
                            .expressionAttributeNames(condition.names())));
  }

  @Override
  public boolean replace(Row expected, Row replacement) throws LayerServiceException {
    RowRules.check(replacement);
    Optional<Map<String, AttributeValue>> unread = unread(expected, replacement);
    if (unread.isEmpty()) {
      return false;
    }
    RowChange change = RowChange.of(expected, replacement, unread.get());
    UpdateItemRequest.Builder request =
        UpdateItemRequest.builder()
            .tableName(settings.name())
            .key(RowItem.key(expected.key()))
            .conditionExpression(change.condition().text())
            .expressionAttributeNames(change.condition().names());
    if (!change.text().isEmpty()) {
      request.updateExpression(change.text());
    }
    if (!change.condition().values().isEmpty()) {
      request.expressionAttributeValues(change.condition().values());
    }
    return held(() -> table().updateItem(request.build()));
  }

  /**
   * What stands in the place of attributes that a replacement brings, though no row could show it;
   * empty when a row would show it by now, so that the row is not as expected.
   */
  private Optional<Map<String, AttributeValue>> unread(Row expected, Row replacement)
      throws LayerServiceException {
    Map<String, AttributeValue> unread = new TreeMap<>();
    if (!expected.attributes().keySet().containsAll(replacement.attributes().keySet())) {
      Map<String, AttributeValue> item = item(expected.key());
      if (!RowItem.row(item).equals(expected)) {
        return Optional.empty();
      }
      for (String name : replacement.attributes().keySet()) {
        AttributeValue value = item.get(name);
        if (value != null && !expected.attributes().containsKey(name)) {
          unread.put(name, value);
        }
      }
    }
    return Optional.of(unread);
  }

  @Override
  public boolean delete(Row expected) throws LayerServiceException {
    RowCondition condition = RowCondition.absentOrAs(expected);
    DeleteItemRequest.Builder request =
        DeleteItemRequest.builder()
            .tableName(settings.name())
            .key(RowItem.key(expected.key()))
            .conditionExpression(condition.text())
            .expressionAttributeNames(condition.names());
    if (!condition.values().isEmpty()) {
      request.expressionAttributeValues(condition.values());
    }
    return held(() -> table().deleteItem(request.build()));
  }

  /** Whether the condition of a call held. */
  private boolean held(Runnable call) throws LayerServiceException {
    return asked(
        () -> {
          try {
            call.run();
            return true;
          } catch (ConditionalCheckFailedException e) {
            return false;
          }
        });
  }

  private <T> T asked(AwsCalls.Call<T> call) throws LayerServiceException {
    return AwsCalls.run(
        () -> {
          try {
            return call.run();
          } catch (ResourceNotFoundException e) {
            throw missing();
          } catch (TransactionConflictException e) {
            throw new LayerServiceException(
                Fault.TRANSIENT, "another write to the row was under way", e);
          }
        });
  }
}
