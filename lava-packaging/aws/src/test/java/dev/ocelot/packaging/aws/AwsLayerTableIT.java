package dev.ocelot.packaging.aws;

import dev.ocelot.packaging.publish.LayerTable;
import dev.ocelot.packaging.publish.LayerTableContract;
import dev.ocelot.packaging.publish.PublishSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Behind the proxy, which lets calls through one at a time, as moto's conditions ask for. */
@ExtendWith(MotoExtension.class)
class AwsLayerTableIT extends LayerTableContract {
  private static final PublishSettings SETTINGS = AwsSamples.settings("", "us-east-1");

  private final FaultProxy proxy;
  private final AwsLayerService service;
  private final AwsClients others;

  AwsLayerTableIT(Moto moto) {
    this.proxy = new FaultProxy(moto);
    this.service = AwsSamples.service(proxy.address(), SETTINGS);
    this.others = AwsSamples.clients(proxy.address());
  }

  @AfterEach
  void close() {
    others.close();
    service.close();
    proxy.close();
  }

  @Override
  protected LayerTable table() {
    return service.table();
  }

  @Override
  protected void writtenByOthers(String key, Map<String, Foreign> attributes) {
    Map<String, AttributeValue> item = new TreeMap<>(stored(key));
    attributes.forEach((name, kind) -> item.put(name, value(kind)));
    others
        .table(SETTINGS.table().region())
        .putItem(r -> r.tableName(SETTINGS.table().name()).item(item));
  }

  private static AttributeValue value(Foreign kind) {
    SdkBytes bytes = SdkBytes.fromByteArray(new byte[] {0, -1, 1});
    AttributeValue text = AttributeValue.fromS("theirs");
    return switch (kind) {
      case TEXT -> text;
      case WHOLE -> AttributeValue.fromN("42");
      case FLAG -> AttributeValue.fromBool(true);
      case TEXTS -> AttributeValue.fromL(List.of(text, text));
      case EMPTY_TEXT -> AttributeValue.fromS("");
      case FRACTION -> AttributeValue.fromN("3.14");
      case BYTES -> AttributeValue.fromB(bytes);
      case NULL -> AttributeValue.fromNul(true);
      case EMPTY_LIST -> AttributeValue.fromL(List.of());
      case MIXED_LIST -> AttributeValue.fromL(List.of(text, AttributeValue.fromN("0.5")));
      case MAP -> AttributeValue.fromM(Map.of("a", AttributeValue.fromM(Map.of("b", text))));
      case SET_OF_TEXTS -> AttributeValue.fromSs(List.of("a", "b"));
      case SET_OF_NUMBERS -> AttributeValue.fromNs(List.of("1", "2.5", "3"));
      case SET_OF_BYTES -> AttributeValue.fromBs(List.of(bytes));
    };
  }

  @Override
  protected Map<String, AttributeValue> stored(String key) {
    return others
        .table(SETTINGS.table().region())
        .getItem(r -> r.tableName(SETTINGS.table().name()).key(RowItem.key(key)))
        .item();
  }
}
