package dev.ocelot.tag.check;

import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.Component;
import java.nio.file.Path;

/** How what was built of a component stands to what should have been built. */
public sealed interface TestTimeResult {
  /**
   * The component.
   *
   * @return what was looked for
   */
  Component component();

  /**
   * What was built is what is expected.
   *
   * @param component the component
   * @param tag its tag
   */
  record Fits(Component component, Tag tag) implements TestTimeResult {}

  /**
   * What was built is something else.
   *
   * @param component the component
   * @param directory where the tag file was found
   * @param found the tag that it carries
   * @param expected what was expected
   */
  record Differs(Component component, Path directory, Tag found, ExpectedTag expected)
      implements TestTimeResult {}

  /**
   * Something was built, but nothing says what it should be.
   *
   * @param component the component
   * @param directory where the tag file was found
   * @param found the tag that it carries
   */
  record Undeclared(Component component, Path directory, Tag found) implements TestTimeResult {}

  /**
   * The tag file, or the file that declares what it should hold, cannot be read; why is reported
   * where it is read.
   *
   * @param component the component
   * @param directory where the tag file was found
   */
  record Unreadable(Component component, Path directory) implements TestTimeResult {}

  /**
   * What must be there is not.
   *
   * @param component the component
   * @param demandedBy who demands it, such as {@code ocelot.demandedComponents}
   */
  record Missing(Component component, String demandedBy) implements TestTimeResult {}

  /**
   * The component is not used here, and nobody demands it.
   *
   * @param component the component
   */
  record NotUsed(Component component) implements TestTimeResult {}
}
