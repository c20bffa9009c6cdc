package dev.ocelot.packaging.component;

import dev.ocelot.packaging.archive.ArchiveFormat;
import dev.ocelot.packaging.component.BuildJob.Room;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.tag.InputDigest;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Makes up the build key of a component: everything that shapes the bytes of its artifacts. */
final class ComponentKey {
  /** Raised whenever a change of Ocelot's own makes other bytes of the same inputs. */
  private static final String SCHEMA = "1";

  private ComponentKey() {}

  static BuildKey of(
      TaggedComponent tagged, ComponentBuildSettings settings, Platform platform, Parts parts) {
    BuildKey.Builder key =
        BuildKey.builder()
            .add("the way Ocelot builds", SCHEMA)
            .add("the kind", "component")
            .add("the name", tagged.component().name().text());
    List<InputDigest> inputs = tagged.tag().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      String mode = parts.executable().get(i) ? "0755" : "0644";
      key.add(inputs.get(i).path(), mode + " " + inputs.get(i).sha256());
    }
    key.add("the platform", platform.name());
    key.add("the builder", parts.room().digest());
    for (String name : tagged.component().settings().environment()) {
      String value = parts.environment().get(name);
      key.add("environment " + name, value == null ? "unset" : "=" + value);
    }
    key.add("the network", settings.network().name().toLowerCase(Locale.ROOT));
    settings
        .sources()
        .forEach(source -> key.add("source " + source.fileName(), source.source().sha256()));
    key.add("the packing", settings.packing().toString());
    if (settings.layer() && settings.packing().format() != ArchiveFormat.ZIP) {
      key.add("the layer", "packed apart");
    }
    return key.add("the epoch", Long.toString(settings.packing().epoch())).build();
  }

  /**
   * What is settled besides the settings.
   *
   * @param executable of each input, in order, whether it can be run
   * @param environment the declared variables that have a value
   * @param room where the script runs
   */
  record Parts(List<Boolean> executable, SortedMap<String, String> environment, Room room) {}
}
