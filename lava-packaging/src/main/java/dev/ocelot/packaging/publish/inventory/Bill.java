package dev.ocelot.packaging.publish.inventory;

import dev.ocelot.packaging.json.JsonNode;
import dev.ocelot.packaging.json.JsonTree;
import dev.ocelot.packaging.publish.PublishedRow;
import dev.ocelot.packaging.publish.StoredBill;
import dev.ocelot.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the bill of materials that a row keeps. */
final class Bill {
  private Bill() {}

  /** The modules that a version holds, or empty when its row keeps no bill that can be read. */
  static Optional<List<Module>> modules(PublishedRow row) {
    return new StoredBill(row.bill())
        .unpacked()
        .flatMap(bytes -> new JsonTree().parse(bytes, "the bill of " + row.arn(), new Problems()))
        .filter(JsonNode.Members.class::isInstance)
        .flatMap(root -> ((JsonNode.Members) root).get("components"))
        .filter(JsonNode.Items.class::isInstance)
        .map(components -> modules((JsonNode.Items) components));
  }

  private static List<Module> modules(JsonNode.Items components) {
    List<Module> modules = new ArrayList<>();
    for (JsonNode component : components.items()) {
      if (component instanceof JsonNode.Members members) {
        modules.add(new Module(text(members, "name"), text(members, "version")));
      }
    }
    return modules;
  }

  private static String text(JsonNode.Members members, String name) {
    return members.get(name).orElse(members) instanceof JsonNode.Text text ? text.text() : "";
  }
}
