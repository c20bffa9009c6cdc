package dev.ocelot.packaging.aws;

import java.time.Duration;

/**
 * How long calls may take.
 *
 * @param connect until a connection stands
 * @param silence until the service says something
 * @param call a whole call
 * @param transfer a whole call that carries a layer
 * @param table until a new table can be used
 * @param poll between two looks at a new table
 */
record AwsPatience(
    Duration connect,
    Duration silence,
    Duration call,
    Duration transfer,
    Duration table,
    Duration poll) {
  static final AwsPatience DEFAULT =
      new AwsPatience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(70),
          Duration.ofMinutes(15),
          Duration.ofMinutes(5),
          Duration.ofMillis(500));
}
