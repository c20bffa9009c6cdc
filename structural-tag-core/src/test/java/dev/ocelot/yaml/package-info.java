/** Tests of reading and editing YAML. */
package dev.ocelot.yaml;
