package dev.ocelot.packaging.aws;

/** What happens to a call on its way. */
enum NetworkTrouble {
  /** It is answered. */
  NONE,
  /** There were too many. */
  THROTTLED,
  /** The service says that it is unwell. */
  UNWELL,
  /** A gateway fails before the service has seen the call. */
  BAD_GATEWAY,
  /** A gateway fails after the service has done its work. */
  BAD_GATEWAY_AFTER,
  /** The connection breaks before the service has seen the call. */
  RESET,
  /** The connection breaks after the service has done its work. */
  LOST,
  /** The answer comes after the client has given up. */
  SLOW,
  /** The call arrives twice. */
  TWICE,
  /** The machine's clock is wrong. */
  SKEWED,
  /** The credentials have expired. */
  EXPIRED,
  /** The credentials may not. */
  DENIED
}
