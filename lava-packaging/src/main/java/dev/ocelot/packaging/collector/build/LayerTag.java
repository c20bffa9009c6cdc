package dev.ocelot.packaging.collector.build;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.artifact.RecordedInput;
import dev.ocelot.packaging.artifact.RecordedTag;
import dev.ocelot.packaging.collector.toolchain.GoToolchain;
import dev.ocelot.packaging.collector.upstream.Upstream;
import dev.ocelot.tag.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes up the structural tag of a layer: MD5 over a text that says what is built, which takes the
 * place of a build script, and the files that are laid over the upstream.
 */
final class LayerTag {
  private LayerTag() {}

  static RecordedTag of(LayerJob job, Upstream upstream, GoToolchain toolchain) {
    OverlayFile script =
        new OverlayFile("layer " + job.baseName(), "", script(job, upstream, toolchain));
    List<OverlayFile> all = new ArrayList<>(List.of(script));
    all.addAll(job.overlay());
    MessageDigest md5 = Digest.MD5.begin();
    List<RecordedInput> inputs = new ArrayList<>();
    for (OverlayFile file : all) {
      md5.update(file.content());
      inputs.add(file.recorded());
    }
    return new RecordedTag(new Tag(Digest.end(md5)), inputs);
  }

  private static byte[] script(LayerJob job, Upstream upstream, GoToolchain toolchain) {
    StringBuilder text = new StringBuilder();
    line(text, "distribution", job.distribution());
    line(text, "platform", job.platform().name());
    line(text, "commit", upstream.revision().commit());
    line(text, "collector", upstream.collectorVersion());
    line(text, "go", toolchain.version());
    line(text, "tags", String.join(",", job.buildTags()));
    line(text, "flags", String.join(" ", upstream.recipe().flags()));
    line(text, "ldflags", LayerKey.linkerFlags(upstream));
    job.requirements().forEach(needed -> line(text, "module", needed.atVersion()));
    job.overlay().forEach(file -> line(text, "file", file.target()));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(' ').append(value).append('\n');
  }
}
