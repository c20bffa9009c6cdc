package dev.ocelot.packaging.publish;

/** A call that a service did not fulfil, with what that means for the caller. */
public final class LayerServiceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  /** What a failed call means. */
  public enum Fault {
    /** Too many calls, or the service is unwell: nothing happened, and a later call may succeed. */
    TRANSIENT,
    /** The answer was lost: the call may have had its effect. Look before calling again. */
    OUTCOME_UNKNOWN,
    /** Not allowed: calling again does not help. */
    DENIED,
    /** The service will never accept this call. */
    INVALID,
    /** What the call was about does not exist. */
    NOT_FOUND,
    /** The service cannot work at all: a full disk, a wrong account, expired credentials. */
    UNAVAILABLE
  }

  /**
   * A failed call.
   *
   * @param fault what it means
   * @param message what the service said, without anything secret, one sentence without a full stop
   */
  public LayerServiceException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /**
   * A failed call.
   *
   * @param fault what it means
   * @param message what the service said
   * @param cause what was caught
   */
  public LayerServiceException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /**
   * What it means.
   *
   * @return the fault
   */
  public Fault fault() {
    return fault;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? fault.toString() : message;
  }
}
