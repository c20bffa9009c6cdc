package dev.ocelot.packaging.publish;

/**
 * A line of a version's policy.
 *
 * @param id unique in the policy
 * @param action such as {@code lambda:GetLayerVersion}
 * @param principal an account, or {@code *} for everyone
 * @param organization the organisation that the principal must belong to, or empty
 */
public record PolicyStatement(String id, String action, String principal, String organization)
    implements Comparable<PolicyStatement> {

  /** What makes a layer public. */
  public static final PolicyStatement PUBLIC =
      new PolicyStatement("publish", "lambda:GetLayerVersion", "*", "");

  /**
   * Whether this alone lets everyone use the version.
   *
   * @return true when it holds for all accounts without a condition
   */
  public boolean isPublic() {
    return principal.equals("*") && organization.isEmpty() && action.equals(PUBLIC.action);
  }

  @Override
  public int compareTo(PolicyStatement other) {
    return id.compareTo(other.id);
  }
}
