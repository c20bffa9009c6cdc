package dev.ocelot.packaging.artifact.bom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ocelot.packaging.artifact.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
  @Test
  void isOneLineThatNamesBytesSourcesAndOptions(@TempDir Path folder) throws IOException {
    new Provenance(Samples.record()).write(folder);

    String text = Files.readString(folder.resolve("hello-amd64.zip.intoto.jsonl"));
    assertThat(text.lines()).hasSize(1);
    assertThat(text)
        .endsWith("}\n")
        .startsWith("{\"_type\": \"https://in-toto.io/Statement/v1\",\"subject\": [{\"name\":")
        .contains("\"predicateType\": \"https://slsa.dev/provenance/v1\"")
        .contains("\"digest\": {\"sha256\": \"" + Samples.SHA + "\"}")
        .contains("\"buildType\": \"urn:ocelot:build:component:1\"")
        .contains("\"uri\": \"git+https://example.org/z.git\",\"digest\": {\"gitCommit\": \"1f1f")
        .contains("\"uri\": \"https://example.org/a.tar.gz\",\"digest\": {\"sha256\"")
        .contains("\"options\": {\"format\": \"zip\",\"network\": \"none\"}")
        .contains("{\"name\": \"gcc\",\"annotations\": {\"version\": \"12.2.0\"}}");
  }
}
