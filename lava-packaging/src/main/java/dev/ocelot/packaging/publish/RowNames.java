package dev.ocelot.packaging.publish;

/** The names of a row's attributes. Those of Ocelot's older publisher keep their names. */
final class RowNames {
  static final String DISTRIBUTION = "distribution";
  static final String DESCRIPTION = "distribution_description";
  static final String BASE_ARN = "base_layer_arn";
  static final String VERSION = "version";
  static final String REGION = "region";
  static final String BASE_NAME = "base_name";
  static final String ARCHITECTURE = "architecture";
  static final String LAYER_VERSION = "layer_version_str";
  static final String COLLECTOR_VERSION = "collector_version_input";
  static final String TIMESTAMP = "publish_timestamp";
  static final String PUBLIC = "public";
  static final String RUNTIMES = "compatible_runtimes";
  static final String MD5 = "md5_hash";
  static final String SHA256 = "sha256";
  static final String SIZE = "size";
  static final String CONTENT_DIGEST = "content_digest";
  static final String BUILD_TAGS = "build_tags";
  static final String RELEASE_GROUP = "release_group";
  static final String COMMIT = "commit";
  static final String STRUCTURAL_TAG = "structural_tag";
  static final String BUILD_KEY = "build_key";
  static final String TOOLS = "tool_versions";
  static final String SOURCES = "sources";
  static final String SBOM = "sbom";

  private RowNames() {}
}
