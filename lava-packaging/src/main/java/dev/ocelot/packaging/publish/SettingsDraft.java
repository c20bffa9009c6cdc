package dev.ocelot.packaging.publish;

import java.util.List;

/**
 * What one source of settings says, as text; empty where it is silent. The source below it is asked
 * then.
 */
record SettingsDraft(
    LayerDraft layer,
    List<String> regions,
    String tableName,
    String tableRegion,
    String account,
    PublisherKind publisher,
    String directory,
    String bucket) {

  /** What one source says of all layers. */
  record LayerDraft(
      String name,
      String version,
      String releaseGroup,
      boolean isPublic,
      List<String> runtimes,
      String licence) {}

  /** Says nothing. */
  static final SettingsDraft EMPTY =
      new SettingsDraft(
          new LayerDraft("", "", "", false, List.of(), ""),
          List.of(),
          "",
          "",
          "",
          PublisherKind.DIRECTORY,
          "",
          "");
}
