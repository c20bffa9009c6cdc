package dev.ocelot.tag.audit;

/**
 * What is looked for. The text of a rule's id is stable: it is shown, filtered by and documented.
 */
public enum AuditRule {
  /** A hidden job asks for a component that has no build script. */
  SCRIPT_MISSING("script-missing", Severity.ERROR),
  /** A build script checks a tag, but no hidden job makes it a component. */
  HIDDEN_JOB_MISSING("hidden-job-missing", Severity.ERROR),
  /** A component has no declared tag. */
  DECLARED_KEY_MISSING("declared-key-missing", Severity.ERROR),
  /** A tag is declared for what is no component. */
  DECLARED_KEY_ORPHAN("declared-key-orphan", Severity.WARNING),
  /** The tag variable of a component begins with a digit, so no shell can hold it. */
  VARIABLE_NOT_SHELL("variable-not-shell", Severity.ERROR),
  /** A hidden or test job of a component does not set its tag variable. */
  TAG_VARIABLE_MISSING("tag-variable-missing", Severity.ERROR),
  /** A job sets a tag variable to something else than the declared tag of that component. */
  TAG_VARIABLE_FOREIGN("tag-variable-foreign", Severity.ERROR),
  /** A hidden job does not put its component on the list of early checks. */
  EARLY_CHECK_MISSING("early-check-missing", Severity.WARNING),
  /** A hidden job puts something else than its component on the list of early checks. */
  EARLY_CHECK_FOREIGN("early-check-foreign", Severity.ERROR),
  /** The job that gathers the list of early checks leaves a component out. */
  EARLY_CHECK_UNREAD("early-check-unread", Severity.WARNING),
  /** A group of hidden jobs names one that does not exist. */
  GROUP_DANGLING("group-dangling", Severity.ERROR),
  /** No job builds a component, not even by way of a group. */
  HIDDEN_JOB_UNUSED("hidden-job-unused", Severity.NOTICE),
  /** No job outside the container builds gets the tag of a component. */
  TEST_JOB_MISSING("test-job-missing", Severity.NOTICE),
  /** A job runs a script that checks a tag which the job is not given. */
  TEST_TAG_MISSING("test-tag-missing", Severity.WARNING),
  /** A file of the pipeline could not be read, so findings may be missing or wrong. */
  PIPELINE_UNREAD("pipeline-unread", Severity.WARNING),
  /** A build script never checks its tag. */
  CALL_MISSING("call-missing", Severity.ERROR),
  /** A build script checks the tag of another component. */
  CALL_VARIABLE_MISMATCH("call-variable-mismatch", Severity.ERROR),
  /** A build script has a call that never runs. */
  CALL_UNREACHED("call-unreached", Severity.ERROR),
  /** A build script checks its tag before it asks the shell to stop at errors. */
  CALL_BEFORE_ERREXIT("call-before-errexit", Severity.NOTICE),
  /** A build script cannot be read to its end, so findings may be missing. */
  SCRIPT_UNREAD("script-unread", Severity.WARNING),
  /** A build script reads a file of the repository that does not enter its tag. */
  INPUT_UNDECLARED("input-undeclared", Severity.WARNING),
  /** A build script uses variables that nobody declared. */
  ENVIRONMENT_UNDECLARED("environment-undeclared", Severity.NOTICE),
  /** A build script asks for the bump of an image tag that does not exist. */
  IMAGE_TAG_UNKNOWN("image-tag-unknown", Severity.WARNING),
  /** The tag of a component changes, so the tags of the images that hold it must change too. */
  IMAGE_TAG_BUMP("image-tag-bump", Severity.NOTICE);

  private final String id;
  private final Severity severity;

  AuditRule(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /**
   * The stable name.
   *
   * @return in kebab-case
   */
  public String id() {
    return id;
  }

  /**
   * How much its findings matter.
   *
   * @return the severity
   */
  public Severity severity() {
    return severity;
  }

  @Override
  public String toString() {
    return id;
  }
}
