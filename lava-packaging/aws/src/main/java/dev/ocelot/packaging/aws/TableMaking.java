package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Makes the table with its two indexes, paid by request. */
final class TableMaking {
  static final String BY_DISTRIBUTION = "distribution-index";
  static final String BY_LAYER = "base-layer-index";

  private final DynamoDbClient dynamo;
  private final String name;
  private final AwsPatience patience;

  TableMaking(DynamoDbClient dynamo, String name, AwsPatience patience) {
    this.dynamo = dynamo;
    this.name = name;
    this.patience = patience;
  }

  boolean exists() throws LayerServiceException {
    return described().isPresent();
  }

  /** Makes the table unless there is one, and waits until it can be used. */
  boolean establish() throws LayerServiceException {
    boolean made = !exists() && create();
    awaitActive();
    return made;
  }

  private Optional<TableDescription> described() throws LayerServiceException {
    return AwsCalls.run(
        () -> {
          try {
            return Optional.of(dynamo.describeTable(r -> r.tableName(name)).table());
          } catch (ResourceNotFoundException e) {
            return Optional.empty();
          }
        });
  }

  private boolean create() throws LayerServiceException {
    CreateTableRequest request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                attribute(RowItem.KEY, ScalarAttributeType.S),
                attribute("distribution", ScalarAttributeType.S),
                attribute("base_layer_arn", ScalarAttributeType.S),
                attribute("version", ScalarAttributeType.N))
            .keySchema(key(RowItem.KEY, KeyType.HASH))
            .globalSecondaryIndexes(
                index(BY_DISTRIBUTION, "distribution", RowItem.KEY),
                index(BY_LAYER, "base_layer_arn", "version"))
            .build();
    return AwsCalls.run(
        () -> {
          try {
            dynamo.createTable(request);
            return true;
          } catch (ResourceInUseException e) {
            return false; // another run came first
          }
        });
  }

  private void awaitActive() throws LayerServiceException {
    long start = System.nanoTime();
    while (!described().filter(TableMaking::isActive).isPresent()) {
      if (System.nanoTime() - start > patience.table().toNanos()) {
        throw new LayerServiceException(
            Fault.UNAVAILABLE,
            "the table " + name + " is not active after " + patience.table().toMinutes() + " min");
      }
      try {
        Thread.sleep(patience.poll().toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LayerServiceException(Fault.UNAVAILABLE, "interrupted while waiting", e);
      }
    }
  }

  private static boolean isActive(TableDescription table) {
    return table.tableStatus() == TableStatus.ACTIVE
        && table.globalSecondaryIndexes().stream()
            .allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static GlobalSecondaryIndex index(String name, String hash, String range) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(List.of(key(hash, KeyType.HASH), key(range, KeyType.RANGE)))
        .projection(p -> p.projectionType(ProjectionType.ALL))
        .build();
  }
}
