package dev.ocelot.packaging.builder;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.archive.Content;
import dev.ocelot.packaging.archive.FileTree;
import dev.ocelot.packaging.archive.Packing;
import dev.ocelot.packaging.archive.TarStream;
import dev.ocelot.packaging.archive.TreeEntry;
import dev.ocelot.packaging.docker.DockerfileSyntax;
import dev.ocelot.packaging.platform.Platform;
import dev.ocelot.packaging.process.ProcessInput;
import dev.ocelot.packaging.store.BuildKey;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** A builder as the repository declares it: a Dockerfile, and a folder that it can copy from. */
final class BuilderDefinition {
  /** Where the Dockerfile stands in the context that the engine gets. */
  static final String DOCKERFILE = ".ocelot-builder.Dockerfile";

  private static final String TARGET = "TARGET";

  private final String name;
  private final String shownAs;
  private final byte[] dockerfile;
  private final FileTree context;

  /**
   * A definition.
   *
   * @param name such as {@code debian12-c}
   * @param shownAs how problems name its Dockerfile
   * @param dockerfile the Dockerfile's bytes
   * @param context what the Dockerfile can copy
   */
  BuilderDefinition(String name, String shownAs, byte[] dockerfile, FileTree context) {
    this.name = name;
    this.shownAs = shownAs;
    this.dockerfile = dockerfile.clone();
    this.context = context;
  }

  String name() {
    return name;
  }

  String shownAs() {
    return shownAs;
  }

  /** What the Dockerfile is built on; problems are added. */
  BuilderBases bases(SortedMap<String, String> arguments, Problems problems) {
    DockerfileSyntax.check(dockerfile, shownAs).ifPresent(problems::add);
    return DockerfileReader.read(dockerfile, shownAs, arguments, problems);
  }

  /** The build context as a tar stream, the Dockerfile in it. */
  ProcessInput stream() {
    FileTree tree = context.with(DOCKERFILE, dockerfile, false);
    return out -> TarStream.write(tree, out, Packing.DEFAULT_EPOCH);
  }

  /**
   * The build arguments for things that are built for a platform. They go to Dockerfiles that speak
   * of a target at all: only their images differ from target to target.
   */
  SortedMap<String, String> arguments(Platform target) {
    SortedMap<String, String> arguments = new TreeMap<>();
    if (new String(dockerfile, StandardCharsets.UTF_8).contains(TARGET)) {
      arguments.put("TARGETPLATFORM", target.name());
      arguments.put("TARGETOS", target.os());
      arguments.put("TARGETARCH", target.architecture());
      arguments.put("TARGETVARIANT", target.variant());
    }
    return arguments;
  }

  /** What the repository puts into a builder's digest. */
  BuildKey.Builder key(SortedMap<String, String> arguments) throws IOException {
    BuildKey.Builder key = BuildKey.builder();
    key.add("Dockerfile", Digest.SHA256.of(dockerfile));
    for (TreeEntry entry : context.entries()) {
      key.add("context " + entry.name(), Integer.toOctalString(entry.mode()) + " " + what(entry));
    }
    arguments.forEach((argument, value) -> key.add("argument " + argument, value));
    return key;
  }

  private static String what(TreeEntry entry) throws IOException {
    if (entry instanceof TreeEntry.SymbolicLink link) {
      return link.target();
    }
    return entry instanceof TreeEntry.RegularFile file ? digest(file.content()) : "";
  }

  private static String digest(Content content) throws IOException {
    try (InputStream in = Channels.newInputStream(content.open())) {
      return Digest.SHA256.of(in);
    }
  }
}
