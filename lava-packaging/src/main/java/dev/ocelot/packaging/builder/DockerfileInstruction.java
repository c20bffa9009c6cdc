package dev.ocelot.packaging.builder;

/**
 * One instruction of a Dockerfile, its continued lines joined, comments and here-documents left
 * out.
 *
 * @param keyword in upper case, such as {@code FROM}
 * @param arguments the rest, trimmed
 * @param line where it begins, from 1
 */
record DockerfileInstruction(String keyword, String arguments, int line) {}
