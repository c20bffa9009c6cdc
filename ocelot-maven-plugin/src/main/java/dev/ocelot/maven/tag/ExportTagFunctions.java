package dev.ocelot.maven.tag;

import dev.ocelot.file.AtomicFile;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.DocumentSink;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.StandardOutput;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.tag.Tag;
import dev.ocelot.tag.component.Component;
import dev.ocelot.tag.component.ComponentSelection;
import dev.ocelot.tag.export.TagFunctions;
import dev.ocelot.tag.export.TagVariable;
import dev.ocelot.tag.repository.TaggedRepository;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code export-tag-functions} does. */
final class ExportTagFunctions {
  private final Ground ground;
  private final ComponentSelection selection;

  ExportTagFunctions(Ground ground, ComponentSelection selection) {
    this.ground = ground;
    this.selection = selection;
  }

  Report to(@Nullable File file) {
    Problems problems = new Problems();
    List<TagVariable> variables = declared(problems);
    problems.throwIfErrors();
    String command = ground.spelling().command("update-tags", Map.of());
    byte[] text = new TagFunctions(command).text(variables).getBytes(StandardCharsets.UTF_8);
    if (file == null) {
      write(new StandardOutput(), text, "standard output");
      return Report.of(List.of(), problems.all());
    }
    write(new AtomicFile(file.toPath())::write, text, file.toString());
    return Report.of(
        List.of("wrote the tag functions and " + variables.size() + " declared tags to " + file),
        problems.all());
  }

  private List<TagVariable> declared(Problems problems) {
    TaggedRepository repository = TagGround.open(ground, problems).orElseThrow();
    List<TagVariable> variables = new ArrayList<>();
    for (Component component : repository.components().select(selection, problems).all()) {
      repository
          .expectations()
          .declared(component)
          .flatMap(value -> Tag.parse(value.text()))
          .ifPresent(tag -> variables.add(new TagVariable(component.name().variable(), tag)));
    }
    return variables;
  }

  private static void write(DocumentSink.Target target, byte[] text, String shownAs) {
    try {
      target.write(text);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.error(ProblemId.FILE_ACCESS, "the functions cannot be written: " + e.getMessage())
              .at(Location.of(shownAs)),
          e);
    }
  }
}
