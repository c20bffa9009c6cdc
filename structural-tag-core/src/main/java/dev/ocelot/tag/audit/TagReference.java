package dev.ocelot.tag.audit;

import dev.ocelot.tag.component.ComponentName;

/**
 * The variables by which a pipeline speaks of a component.
 *
 * @param component the component
 */
record TagReference(ComponentName component) {
  /** What the variables of early checks begin with. */
  static final String EARLY_CHECK_PREFIX = "CI_BUILD_COMPONENTS_";

  /** The variable that gives a job the declared tag. */
  String variable() {
    return component.variable();
  }

  /** The value by which it does. */
  String declaredValue() {
    return "${" + component.declaredKey() + "}";
  }

  /** Whether a value stands for the declared tag. */
  boolean isDeclaredValue(String value) {
    return value.equals(declaredValue()) || value.equals("$" + component.declaredKey());
  }

  /** The variable that puts the component on the list of early checks. */
  String earlyCheckVariable() {
    String variable = component.variable();
    return EARLY_CHECK_PREFIX + variable.substring(0, variable.length() - "_TAG".length());
  }

  /** Whether a text expands a variable. */
  static boolean expands(String text, String variable) {
    int at = text.indexOf("$" + variable);
    while (at >= 0) {
      int end = at + 1 + variable.length();
      if (end == text.length() || !isNamePart(text.charAt(end))) {
        return true;
      }
      at = text.indexOf("$" + variable, end);
    }
    return text.contains("${" + variable + "}");
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
