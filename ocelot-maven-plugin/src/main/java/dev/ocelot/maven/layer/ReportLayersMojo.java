package dev.ocelot.maven.layer;

import dev.ocelot.maven.Ground;
import dev.ocelot.maven.console.Choice;
import dev.ocelot.maven.console.Format;
import dev.ocelot.maven.console.Report;
import dev.ocelot.packaging.publish.LayerPattern;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.report.HtmlReport;
import dev.ocelot.packaging.publish.report.JsonReport;
import dev.ocelot.packaging.publish.report.MarkdownReport;
import dev.ocelot.packaging.publish.report.NewestVersions;
import dev.ocelot.packaging.publish.report.PublishedSelection;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the newest version of each published layer in each region, as Markdown, HTML or JSON.
 *
 * @since 0.1.0
 */
@Mojo(name = "report-layers", requiresProject = false, threadSafe = true, aggregator = true)
public final class ReportLayersMojo extends PageMojo {
  private enum Form {
    MARKDOWN,
    HTML,
    JSON
  }

  /**
   * How the page is written: {@code markdown}, {@code html} or {@code json}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.format", defaultValue = "markdown")
  private String format;

  /**
   * The distributions or components, each by its whole name. By default all.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.distributions")
  private @Nullable List<String> distributions;

  /**
   * The release groups. By default all.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.releaseGroups")
  private @Nullable List<String> releaseGroups;

  /**
   * Only layers whose name, or whose whole ARN, fits; {@code *} stands for any text.
   *
   * @since 0.1.0
   */
  @Parameter(property = "ocelot.pattern", defaultValue = "*")
  private String pattern;

  @Override
  Format form() {
    return chosen() == Form.JSON ? Format.JSON : Format.TEXT;
  }

  private Form chosen() {
    return Choice.of("ocelot.format", format, Form.class);
  }

  @Override
  protected Report run(Ground ground) {
    PublishedSelection selection =
        new PublishedSelection(
            AccountMojo.given(distributions),
            AccountMojo.given(releaseGroups),
            new LayerPattern(pattern));
    return LayerAccount.of(ground, overrides(), account -> report(account, selection));
  }

  private Report report(LayerAccount account, PublishedSelection selection)
      throws LayerServiceException {
    NewestVersions newest = NewestVersions.of(account.service().published(), selection);
    String table = account.settings().table().name();
    return switch (chosen()) {
      case MARKDOWN -> Report.of(new MarkdownReport(newest, selection, table).lines(), List.of());
      case HTML -> Report.of(new HtmlReport(newest, selection, table).lines(), List.of());
      case JSON -> new Report(List.of(), List.of(), new JsonReport(newest)::write);
    };
  }
}
