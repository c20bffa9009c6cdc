package dev.ocelot.tag.explain;

import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.ComputedTag;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.TagCalculator;
import dev.ocelot.tag.TagInput;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentSettings.DeclaredInput;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.explain.TagHistory.Revision;
import dev.ocelot.tag.script.BuildScript;
import dev.ocelot.tag.script.ComponentInputs;
import dev.ocelot.tag.script.ScriptEvaluator;
import dev.ocelot.tag.script.TagCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a component was made from at a revision: puts the files that may matter into a
 * folder of its own, tells the inputs there as it is done for the present, and believes the outcome
 * only if the tag is the declared one.
 */
final class PastInputs {
  private final Component component;
  private final Tag declared;

  PastInputs(Component component, Tag declared) {
    this.component = component;
    this.declared = declared;
  }

  /**
   * What the declared tag was computed from.
   *
   * @param revision where to look
   * @param present the inputs of today, script first, in case that those of then cannot be told
   * @return the inputs; empty when the files of the revision do not give the declared tag
   */
  Optional<ComputedTag> at(Revision revision, List<String> present) {
    try {
      Path folder = Files.createTempDirectory("ocelot-past").toRealPath();
      try {
        Copy copy = new Copy(folder, revision);
        Optional<ComputedTag> then = asDeclaredThen(copy);
        return then.isPresent() ? then : asToday(copy, present);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<ComputedTag> asDeclaredThen(Copy copy) throws IOException {
    copy.take(component.script());
    for (String path : called(copy.folder().resolve(component.script()))) {
      copy.take(path);
    }
    for (DeclaredInput input : component.settings().inputs()) {
      copy.takeBelow(constantFolder(input.glob()));
    }
    if (component.layout().folderOf(component.name()).isPresent()) {
      copy.takeBelow(component.layout().folderOf(component.name()).get());
    }
    try {
      TagCalculator calculator = new TagCalculator(copy.folder());
      return ifDeclared(
          calculator.describe(
              new ComponentInputs(
                      new RepositoryRoot(copy.folder()), calculator, ScriptEvaluator.REFUSING)
                  .of(component, new Problems())));
    } catch (ProblemException unknown) {
      return Optional.empty();
    }
  }

  private Optional<ComputedTag> asToday(Copy copy, List<String> present) throws IOException {
    for (String path : present) {
      copy.take(path);
    }
    List<TagInput> inputs =
        present.stream().map(path -> new TagInput(path, copy.folder().resolve(path))).toList();
    try {
      return ifDeclared(new TagCalculator(copy.folder()).describe(inputs));
    } catch (ProblemException unknown) {
      return Optional.empty();
    }
  }

  private Optional<ComputedTag> ifDeclared(ComputedTag computed) {
    return computed.tag().equals(declared) ? Optional.of(computed) : Optional.empty();
  }

  private List<String> called(Path script) throws IOException {
    if (!Files.isRegularFile(script)) {
      return List.of();
    }
    try {
      return BuildScript.of(component.script(), Files.readAllBytes(script))
          .call(component.name())
          .map(TagCall::paths)
          .orElse(List.of());
    } catch (ProblemException notStatic) {
      return List.of();
    }
  }

  /** The folder of a glob up to its first part with a wildcard. */
  private static String constantFolder(String glob) {
    int wild = 0;
    while (wild < glob.length() && "*?[{\\".indexOf(glob.charAt(wild)) < 0) {
      wild++;
    }
    return wild == glob.length()
        ? glob
        : glob.substring(0, Math.max(0, glob.lastIndexOf('/', wild)));
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes ignored)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The files of a revision that were asked for. */
  private record Copy(Path folder, Revision revision) {

    /** Brings one file; a path that leads out of the repository, or to nothing, brings none. */
    void take(String path) throws IOException {
      Path target = folder.resolve(path).normalize();
      if (!target.startsWith(folder) || target.equals(folder) || Files.exists(target)) {
        return;
      }
      Optional<byte[]> bytes = revision.read(path);
      if (bytes.isPresent()) {
        Path parent = target.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        Files.write(target, bytes.get());
      }
    }

    /** Brings the files of a folder, or the file of this name. */
    void takeBelow(String path) throws IOException {
      if (path.isEmpty()) {
        return; // a glob over the whole repository would bring all of it
      }
      take(path);
      for (String file : revision.list(path)) {
        take(file);
      }
    }
  }
}
