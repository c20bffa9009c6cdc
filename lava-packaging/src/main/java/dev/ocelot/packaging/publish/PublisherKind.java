package dev.ocelot.packaging.publish;

/** Where layers are published. */
public enum PublisherKind {
  /** A directory that behaves like the service. */
  DIRECTORY,
  /** AWS Lambda and DynamoDB. */
  AWS
}
