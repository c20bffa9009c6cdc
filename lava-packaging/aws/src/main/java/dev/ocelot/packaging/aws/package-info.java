/**
 * Layers in AWS Lambda, and the account of them in DynamoDB: the AWS side of the port {@link
 * dev.ocelot.packaging.publish.LayerService}.
 *
 * <p>Here live clients, what their failures mean, and how a large file is sent. What is published,
 * and what is done after a failure, is decided by the publisher; nothing here tries a call twice.
 */
@NullMarked
package dev.ocelot.packaging.aws;

import org.jspecify.annotations.NullMarked;
