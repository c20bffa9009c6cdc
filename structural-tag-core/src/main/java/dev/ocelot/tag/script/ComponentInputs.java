package dev.ocelot.tag.script;

import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.tag.HeldInput;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentSettings;
import dev.ocelot.tag.component.Evaluation;
import dev.ocelot.tag.component.RepositoryRoot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out the inputs of a component: its script, then what its call names, what {@code
 * config/components.yaml} declares, or the other files of its folder.
 *
 * <p>May be used by several threads when its evaluator may.
 */
public final class ComponentInputs {
  /** A script neither calls the check nor has its inputs declared anywhere. */
  public static final ProblemId CALL_MISSING = ProblemId.user("call-missing");

  /** A script has line ends that shells do not understand. */
  public static final ProblemId SCRIPT_LINE_ENDS = ProblemId.user("script-line-ends");

  private static final int LARGEST_SCRIPT = 4 << 20;

  private final RepositoryRoot root;
  private final TagCalculator files;
  private final ScriptEvaluator evaluator;

  /**
   * For one repository.
   *
   * @param root the repository
   * @param files reads the scripts
   * @param evaluator runs scripts of components with {@code evaluation: bash}
   */
  public ComponentInputs(RepositoryRoot root, TagCalculator files, ScriptEvaluator evaluator) {
    this.root = root;
    this.files = files;
    this.evaluator = evaluator;
  }

  /**
   * The inputs of a component.
   *
   * @param component the component
   * @param warnings takes what does not stand in the way, such as CR LF in the script
   * @return the script, then its inputs in order; whether they can be read is not examined
   * @throws ProblemException when the inputs cannot be told, or a call and {@code inputs:} disagree
   */
  public List<TagInput> of(Component component, Problems warnings) {
    return read(component, warnings).inputs();
  }

  /**
   * The inputs of a component, with the bytes of its script.
   *
   * @param component the component
   * @param warnings as in {@link #of}
   * @return what it is made from
   * @throws ProblemException as {@link #of}
   */
  public ComponentFiles read(Component component, Problems warnings) {
    TagInput script =
        new TagInput(
            component.script(), root.resolve(component.script()), Location.of(component.script()));
    HeldInput held = files.hold(script, LARGEST_SCRIPT);
    BuildScript text = BuildScript.of(component.script(), held.bytes());
    if (text.crlf()) {
      warnings.add(crlf(component));
    }
    return new ComponentFiles(held, behindScript(component, text));
  }

  private List<TagInput> behindScript(Component component, BuildScript script) {
    ComponentSettings settings = component.settings();
    Optional<TagCall> call = call(component, script);
    Optional<List<TagInput>> declared =
        settings.inputsDeclared()
            ? Optional.of(new GlobExpansion(root).expand(settings.inputs()))
            : Optional.empty();
    if (call.isPresent()) {
      declared.ifPresent(list -> requireAgreement(component, call.get(), list));
      return inputs(call.get());
    }
    if (declared.isPresent()) {
      return declared.get();
    }
    return component
        .layout()
        .folderOf(component.name())
        .map(folder -> new FolderInputs(root).of(folder, component.script()))
        .orElseThrow(() -> missing(component));
  }

  private Optional<TagCall> call(Component component, BuildScript script) {
    Evaluation evaluation = component.settings().evaluation();
    if (evaluation == Evaluation.BASH && script.namesCall()) {
      TagCall call = evaluator.evaluate(root, component);
      BuildScript.requireVariable(call, component.name());
      return Optional.of(call);
    }
    try {
      return script.call(component.name());
    } catch (ProblemException e) {
      boolean settled =
          evaluation == Evaluation.DECLARED
              && e.problems().stream().allMatch(p -> p.id().equals(BuildScript.CALL_NOT_STATIC));
      if (settled) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private List<TagInput> inputs(TagCall call) {
    List<TagInput> inputs = new ArrayList<>();
    for (TagCall.CallInput input : call.inputs()) {
      try {
        inputs.add(new TagInput(input.path(), root.resolve(input.path()), input.location()));
      } catch (ProblemException e) {
        throw new ProblemException(e.problems().get(0).at(input.location()), e);
      }
    }
    return inputs;
  }

  private static void requireAgreement(Component component, TagCall call, List<TagInput> declared) {
    List<String> listed = declared.stream().map(TagInput::path).toList();
    List<String> called = call.paths();
    if (called.equals(listed)) {
      return;
    }
    int at = 0;
    while (at < called.size() && at < listed.size() && called.get(at).equals(listed.get(at))) {
      at++;
    }
    throw new ProblemException(
        Problem.error(
                ProblemId.CONFIG_INVALID,
                "the inputs of component %s are not those of the call at %s: number %d differs"
                    .formatted(component.name(), call.location(), at + 1))
            .at(component.settings().location())
            .comparing(nth(listed, at), nth(called, at) + " as in the call")
            .withRemedy(Remedy.advice("Remove 'inputs', or give the call the same files")));
  }

  private static String nth(List<String> paths, int index) {
    return index < paths.size() ? paths.get(index) : "nothing";
  }

  private static ProblemException missing(Component component) {
    return new ProblemException(
        Problem.error(
                CALL_MISSING,
                "the script of component "
                    + component.name()
                    + " does not call "
                    + TagCall.FUNCTION)
            .at(Location.of(component.script()))
            .withRemedy(
                Remedy.advice(
                    "Add the line '"
                        + TagCall.FUNCTION
                        + " \""
                        + component.name().variable()
                        + "\"' near its top, or list its inputs in config/components.yaml")));
  }

  private static Problem crlf(Component component) {
    return Problem.warning(
            SCRIPT_LINE_ENDS,
            component.script()
                + " has CRLF line ends: they are part of its tag, and shells take them for text")
        .at(Location.of(component.script()))
        .withRemedy(
            Remedy.advice(
                "Add '*.sh text eol=lf' to .gitattributes, and check the file out again"));
  }
}
