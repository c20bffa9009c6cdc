package dev.ocelot.maven.collector;

import dev.ocelot.maven.Attachments;
import dev.ocelot.maven.Ground;
import dev.ocelot.maven.StepOutcomes;
import dev.ocelot.maven.console.Report;
import dev.ocelot.maven.console.TextTable;
import dev.ocelot.packaging.artifact.Artifact;
import dev.ocelot.packaging.artifact.ArtifactsFile;
import dev.ocelot.packaging.artifact.Publication;
import dev.ocelot.packaging.artifact.bom.BillOfMaterials;
import dev.ocelot.packaging.artifact.bom.Provenance;
import dev.ocelot.packaging.collector.CollectorRepository;
import dev.ocelot.packaging.collector.LayerPlanner;
import dev.ocelot.packaging.collector.build.CollectorBuildReport;
import dev.ocelot.packaging.collector.build.CollectorBuildRequest;
import dev.ocelot.packaging.collector.build.LayerJob;
import dev.ocelot.packaging.collector.build.LayerSizes;
import dev.ocelot.packaging.collector.distribution.Distribution;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.packaging.collector.upstream.UpstreamReader;
import dev.ocelot.packaging.plan.OnFailure;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.platform.Platforms;
import dev.ocelot.packaging.platform.Vocabulary;
import dev.ocelot.packaging.source.git.GitCheckouts;
import dev.ocelot.packaging.source.git.GitLocation;
import dev.ocelot.packaging.source.git.GitRevision;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.ProblemException;
import dev.ocelot.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code build-layers} does. */
final class BuildLayers {
  private static final String ZIP = ".zip";

  private final Ground ground;
  private final LayerSelection selection;
  private final LayerServices services;

  BuildLayers(Ground ground, LayerSelection selection, LayerServices services) {
    this.ground = ground;
    this.selection = selection;
    this.services = services;
  }

  /** What would be built. */
  Report forecast() {
    if (new CollectorFiles(ground).isNoConcern()) {
      return Report.silent();
    }
    Problems problems = new Problems();
    CollectorBuildRequest request = request(problems);
    List<String> lines = new StepOutcomes("layer").expected(services.builds().forecast(request));
    return Report.of(lines, problems.all());
  }

  /** Builds, puts the layers in their place and attaches them. */
  Report run(Attachments attachments) {
    if (new CollectorFiles(ground).isNoConcern()) {
      return Report.silent();
    }
    Problems problems = new Problems();
    CollectorBuildRequest request = request(problems);
    ArtifactsFile list =
        new ArtifactsFile(
            request.output(), ground.root().show(request.output().resolve(ArtifactsFile.NAME)));
    LayerSizes before = new LayerSizes(list);
    CollectorBuildReport report = services.builds().build(request);
    problems.addAll(report.result().problems());
    problems.addAll(report.sizes());
    if (!problems.hasErrors()) {
      attach(request.output(), list, report.artifacts(), attachments);
    }
    List<String> lines = new ArrayList<>(new StepOutcomes("step").ended(report.result().steps()));
    lines.addAll(sizes(report, before));
    lines.addAll(components(report, before));
    return Report.of(lines, problems.all());
  }

  private CollectorBuildRequest request(Problems problems) {
    Path root = ground.root().path();
    CollectorRepository repository =
        CollectorRepository.read(root, problems)
            .orElseThrow(() -> new ProblemException(problems.all()));
    List<Distribution> distributions =
        repository.distributions().resolveAll(selection.distributions(), problems);
    List<Platform> platforms = platforms(problems);
    GitLocation location =
        GitLocation.parse(selection.upstream(), root, Location.of("ocelot.upstream"), problems)
            .orElseThrow(() -> new ProblemException(problems.all()));
    problems.throwIfErrors();
    GitCheckouts checkouts = services.checkouts();
    GitRevision revision = checkouts.resolve(location, selection.ref());
    Upstream upstream =
        UpstreamReader.read(checkouts.checkout(revision), revision, problems)
            .orElseThrow(() -> new ProblemException(problems.all()));
    List<LayerJob> jobs =
        new LayerPlanner(repository, upstream, problems).plan(distributions, platforms);
    problems.throwIfErrors();
    return new CollectorBuildRequest(
        root.toString(),
        upstream,
        jobs,
        ground.outputDirectory().orElseThrow(),
        ground.version(),
        ground.environment(),
        selection.go(),
        services.downloads(),
        OnFailure.CONTINUE);
  }

  private List<Platform> platforms(Problems problems) {
    Platforms known = Platforms.standard();
    if (selection.architectures().isEmpty() || selection.architectures().equals(List.of("all"))) {
      return known.all().stream()
          .filter(platform -> platform.word(Vocabulary.LAMBDA).isPresent())
          .toList();
    }
    List<Platform> platforms = new ArrayList<>();
    for (String text : selection.architectures()) {
      try {
        platforms.add(known.parse(text, Location.of("ocelot.architectures")));
      } catch (ProblemException e) {
        problems.addAll(e.problems());
      }
    }
    return platforms;
  }

  private static List<String> sizes(CollectorBuildReport report, LayerSizes before) {
    TextTable table = new TextTable("layer", "bytes", "unpacked", "change");
    for (Artifact artifact : report.artifacts()) {
      long unpacked = ((Publication.Layer) artifact.publication()).unpackedSize();
      String change =
          before.change(artifact).isPresent()
              ? String.format(Locale.ROOT, "%+d", before.change(artifact).getAsLong())
              : "new";
      table.row(
          artifact.file(),
          Long.toString(artifact.digests().size()),
          Long.toString(unpacked),
          change);
    }
    return table.isEmpty() ? List.of() : table.lines();
  }

  /** Only what changed is shown; all of it stands beside each layer. */
  private static List<String> components(CollectorBuildReport report, LayerSizes before) {
    TextTable table = new TextTable("layer", "component", "code", "change");
    for (Artifact artifact : report.artifacts()) {
      for (LayerSizes.ComponentChange change : before.changes(artifact)) {
        table.row(
            artifact.file(),
            change.name(),
            Long.toString(change.now().orElse(0)),
            change.before().isEmpty() ? "new" : change.now().isEmpty() ? "gone" : signed(change));
      }
    }
    return table.isEmpty() ? List.of() : table.lines();
  }

  private static String signed(LayerSizes.ComponentChange change) {
    long difference = change.now().getAsLong() - change.before().getAsLong();
    return String.format(Locale.ROOT, "%+d", difference);
  }

  private static void attach(
      Path output, ArtifactsFile list, List<Artifact> artifacts, Attachments attachments) {
    attachments.main(list.file());
    for (Artifact artifact : artifacts) {
      String file = artifact.file();
      String classifier = file.substring(file.lastIndexOf('/') + 1, file.length() - ZIP.length());
      Path zip = output.resolve(file);
      attachments.attach(zip, classifier, "zip");
      attachments.attach(output.resolve(artifact.record()), classifier, "json");
      attach(attachments, zip, classifier, BillOfMaterials.EXTENSION);
      attach(attachments, zip, classifier, Provenance.EXTENSION);
    }
  }

  private static void attach(
      Attachments attachments, Path zip, String classifier, String extension) {
    attachments.attach(
        zip.resolveSibling(zip.getFileName() + extension), classifier, extension.substring(1));
  }
}
