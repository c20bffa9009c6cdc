package dev.ocelot.packaging.ci;

/**
 * A region that runs functions.
 *
 * @param code such as {@code eu-west-1}
 * @param name as its provider shows it, such as {@code Europe (Ireland)}
 * @param continent such as {@code Europe}
 * @param usual whether {@code all} means it too
 */
public record LambdaRegion(String code, String name, String continent, boolean usual) {}
