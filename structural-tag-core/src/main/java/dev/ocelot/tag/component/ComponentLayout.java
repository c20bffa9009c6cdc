package dev.ocelot.tag.component;

import dev.ocelot.concurrent.ParallelMap;
import dev.ocelot.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * A way in which repositories lay out their components.
 *
 * <p>All paths are relative to the root, with forward slashes.
 */
public interface ComponentLayout {
  /** The layouts that are looked for, in this order. */
  List<ComponentLayout> ALL = List.of(new GitLabCiLayout(), new OcelotLayout());

  /**
   * The name of the layout in output.
   *
   * @return such as {@code gitlab-ci}
   */
  String id();

  /**
   * Whether a repository uses this layout.
   *
   * @param root the repository
   * @return true when anything of it is there, also when no component is
   */
  boolean present(RepositoryRoot root);

  /**
   * The file of declared tags.
   *
   * @return its path
   */
  String declaredTagsFile();

  /**
   * Where the script of a component lies.
   *
   * @param name any name, also of a component that does not exist yet
   * @return its path
   */
  String scriptOf(ComponentName name);

  /**
   * The folder that is the component: without a call and without declared inputs, its other files
   * are the inputs.
   *
   * @param name any name
   * @return its path, or empty when components of this layout have no folder of their own
   */
  Optional<String> folderOf(ComponentName name);

  /**
   * Finds the components.
   *
   * @param root the repository
   * @param work looks into many files
   * @param problems takes what is wrong; the search goes on
   * @return the names, sorted
   */
  List<ComponentName> discover(RepositoryRoot root, ParallelMap work, Problems problems);
}
