package dev.ocelot.yaml;

import dev.ocelot.problem.Location;

/** A value in a YAML file, together with the place where it stands. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {

  /**
   * Where the value starts, its anchor and tag included.
   *
   * @return the place
   */
  Location location();

  /**
   * The tag that is written in front of the value, such as {@code !reference}. Standard tags stand
   * in their long form ({@code tag:yaml.org,2002:str}). A tag is data; nothing is constructed from
   * it.
   *
   * @return the tag, empty when none is written
   */
  String tag();

  /**
   * What kind of value it is, in words for a message.
   *
   * @return such as {@code a mapping}
   */
  String describe();
}
