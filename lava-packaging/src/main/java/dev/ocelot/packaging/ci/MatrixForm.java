package dev.ocelot.packaging.ci;

import dev.ocelot.problem.Problems;
import java.util.List;

/** How an engine is told which jobs to run. */
public interface MatrixForm {

  /**
   * The matrix as the engine reads it.
   *
   * @param matrix the jobs
   * @return lines for a person or a file
   */
  List<String> lines(BuildMatrix matrix);

  /**
   * The matrix as outputs of the step that computes it.
   *
   * @param matrix the jobs
   * @return the outputs; none where the engine reads a file instead
   */
  List<StepOutput> outputs(BuildMatrix matrix);

  /**
   * Says when the engine would refuse the matrix.
   *
   * @param matrix the jobs
   * @param problems takes {@code config-invalid}
   */
  void check(BuildMatrix matrix, Problems problems);
}
