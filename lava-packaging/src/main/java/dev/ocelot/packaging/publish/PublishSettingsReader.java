package dev.ocelot.packaging.publish;

import dev.ocelot.packaging.publish.PublishSettings.LayerSettings;
import dev.ocelot.packaging.publish.PublishSettings.TableSettings;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import dev.ocelot.yaml.YamlFile;
import dev.ocelot.yaml.YamlMap;
import dev.ocelot.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads {@code config/publish.yaml}. What the command line says comes first, then the file, then
 * the defaults that Ocelot ships.
 */
public final class PublishSettingsReader {
  private static final String DEFAULTS = "/dev/ocelot/config/defaults.yaml";

  private final Problems problems;

  /**
   * A reader.
   *
   * @param problems takes what is wrong: {@code config-invalid} with its place
   */
  public PublishSettingsReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param file {@code config/publish.yaml}
   * @param shownAs how problems name it
   * @param overrides what the command line says
   * @return the settings, or empty when a problem was added
   */
  public Optional<PublishSettings> read(Path file, String shownAs, PublishOverrides overrides) {
    int before = problems.all().size();
    YamlMap map = YamlFile.read(file, shownAs, problems);
    if (errorsSince(before)) {
      return Optional.empty();
    }
    SettingsDraft draft = draft(map, shownAs, defaults());
    PublishSettings settings = merged(draft, overrides, Location.of(shownAs));
    return errorsSince(before) ? Optional.empty() : Optional.of(settings);
  }

  private boolean errorsSince(int before) {
    List<Problem> all = problems.all();
    return all.subList(before, all.size()).stream().anyMatch(Problem::isError);
  }

  private SettingsDraft defaults() {
    Problems defects = new Problems();
    YamlMap all = YamlFile.parse(defaultsFile(), "defaults.yaml", defects);
    YamlMap section =
        new YamlReader(all, "the defaults", defects).map("publish").orElse(YamlMap.EMPTY);
    SettingsDraft draft =
        new PublishSettingsReader(defects).draft(section, "the defaults", SettingsDraft.EMPTY);
    if (defects.hasErrors()) {
      throw new IllegalStateException("the shipped defaults are wrong: " + defects.all());
    }
    return draft;
  }

  private static byte[] defaultsFile() {
    try (InputStream in =
        Objects.requireNonNull(
            PublishSettingsReader.class.getResourceAsStream(DEFAULTS), DEFAULTS)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SettingsDraft draft(YamlMap map, String what, SettingsDraft fallback) {
    SettingsSection root = new SettingsSection(map, what, problems);
    SettingsSection layer = root.section("layer");
    SettingsDraft.LayerDraft layers = layer(layer, fallback.layer());
    List<String> regions = root.texts("regions", SettingForm.REGION, fallback.regions());
    if (root.isEmptyList("regions")) {
      root.wrong(
          "regions in " + what + " names none", root.place("regions"), "[]", "a list of regions");
    }
    SettingsSection table = root.section("table");
    SettingsSection directory = root.section("directory");
    SettingsDraft draft =
        new SettingsDraft(
            layers,
            regions,
            table.text("name", SettingForm.TABLE, fallback.tableName()),
            table.text("region", SettingForm.REGION, fallback.tableRegion()),
            root.text("account", SettingForm.ACCOUNT, fallback.account()),
            root.reader().choice("publisher", PublisherKind.class, fallback.publisher()),
            directory.text("path", SettingForm.DIRECTORY, fallback.directory()),
            root.text("bucket", SettingForm.BUCKET, fallback.bucket()));
    List.of(root, layer, table, directory).forEach(section -> section.reader().finish());
    return draft;
  }

  private static SettingsDraft.LayerDraft layer(
      SettingsSection layer, SettingsDraft.LayerDraft fallback) {
    List<String> runtimes = layer.texts("runtimes", SettingForm.RUNTIME, fallback.runtimes());
    if (runtimes.size() > PublishSettings.MOST_RUNTIMES) {
      layer.wrong(
          "runtimes are more than a layer may name",
          layer.place("runtimes"),
          runtimes.size() + " runtimes",
          "at most " + PublishSettings.MOST_RUNTIMES);
    }
    return new SettingsDraft.LayerDraft(
        layer.text("name", SettingForm.SOME_TEXT, fallback.name()),
        layer.text("layer-version", SettingForm.SOME_TEXT, fallback.version()),
        layer.text("release-group", SettingForm.RELEASE_GROUP, fallback.releaseGroup()),
        layer.reader().bool("public", fallback.isPublic()),
        runtimes,
        layer.text("licence", SettingForm.LICENCE, fallback.licence()));
  }

  private PublishSettings merged(SettingsDraft draft, PublishOverrides overrides, Location file) {
    List<String> regions = regions(draft, overrides, file);
    SettingsDraft.LayerDraft layer = draft.layer();
    LayerSettings layers =
        new LayerSettings(
            layer.name(),
            chosen(overrides.layerVersion(), layer.version()),
            said(
                "ocelot.releaseGroup",
                overrides.releaseGroup(),
                SettingForm.RELEASE_GROUP,
                layer.releaseGroup()),
            layer.isPublic(),
            layer.runtimes(),
            layer.licence());
    return new PublishSettings(
        layers,
        regions.stream().filter(Region::isRegion).map(Region::new).distinct().toList(),
        new TableSettings(draft.tableName(), new Region(draft.tableRegion())),
        draft.account(),
        publisher(overrides.publisher(), draft.publisher()),
        chosen(overrides.directory(), draft.directory()),
        draft.bucket());
  }

  private List<String> regions(SettingsDraft draft, PublishOverrides overrides, Location file) {
    overrides.regions().forEach(region -> said("ocelot.regions", region, SettingForm.REGION, ""));
    List<String> regions = overrides.regions().isEmpty() ? draft.regions() : overrides.regions();
    if (regions.isEmpty() && !problems.hasErrors()) {
      problems.add(
          Problem.error(ProblemId.CONFIG_INVALID, "no region to publish to is named")
              .at(file)
              .comparing("no regions", "a list such as [us-east-1]")
              .withRemedy(
                  Remedy.advice("write regions: [us-east-1], or give -Docelot.regions=us-east-1")));
    }
    return regions;
  }

  private PublisherKind publisher(String text, PublisherKind fallback) {
    return switch (text) {
      case "" -> fallback;
      case "aws" -> PublisherKind.AWS;
      case "directory" -> PublisherKind.DIRECTORY;
      default -> {
        refuse("ocelot.publisher", text, "aws or directory");
        yield fallback;
      }
    };
  }

  private String said(String parameter, String text, SettingForm form, String fallback) {
    if (!text.isEmpty() && !form.fits(text)) {
      refuse(parameter, text, form.words());
      return fallback;
    }
    return chosen(text, fallback);
  }

  private void refuse(String parameter, String got, String expected) {
    problems.add(
        Problem.error(ProblemId.CONFIG_INVALID, "the parameter " + parameter + " has another form")
            .comparing("\"" + got + "\"", expected));
  }

  private static String chosen(String first, String second) {
    return first.isEmpty() ? second : first;
  }
}
