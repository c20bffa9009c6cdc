package dev.ocelot.tag.audit;

import dev.ocelot.problem.Location;
import dev.ocelot.yaml.YamlMap;

/**
 * One place where a job is defined.
 *
 * @param map what it says
 * @param location where its name stands
 */
record Definition(YamlMap map, Location location) {}
