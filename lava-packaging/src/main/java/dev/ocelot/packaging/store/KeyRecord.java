package dev.ocelot.packaging.store;

/**
 * One thing that shapes the bytes of a result.
 *
 * @param subject what it is, in words that can stand in a sentence such as "… changed"
 * @param value its value or digest
 */
public record KeyRecord(String subject, String value) {}
