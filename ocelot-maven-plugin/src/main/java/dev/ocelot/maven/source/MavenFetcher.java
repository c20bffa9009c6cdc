package dev.ocelot.maven.source;

import dev.ocelot.packaging.source.SourceFetcher;
import dev.ocelot.packaging.source.SourceLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Fetches {@code maven:group:artifact:version[:classifier]:extension} from wherever the user's
 * settings and the POM say, by Maven's own resolver, which also knows about mirrors, credentials
 * and {@code -o}.
 */
public final class MavenFetcher implements SourceFetcher {
  private static final String SCHEME = "maven";

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  /**
   * With a session's repositories.
   *
   * @param system Maven's resolver
   * @param session the session
   * @param repositories where to look, in order
   */
  public MavenFetcher(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = List.copyOf(repositories);
  }

  @Override
  public Set<String> schemes() {
    return Set.of(SCHEME);
  }

  @Override
  public void fetch(String address, SourceLimits limits, Receiver receiver)
      throws IOException, InterruptedException {
    Path file = resolve(artifact(address.substring(SCHEME.length() + 1)));
    try (InputStream bytes = Files.newInputStream(file)) {
      receiver.receive(Files.size(file), bytes);
    }
  }

  private Path resolve(DefaultArtifact artifact) throws IOException {
    try {
      ArtifactRequest request = new ArtifactRequest(artifact, repositories, "");
      return system.resolveArtifact(session, request).getArtifact().getFile().toPath();
    } catch (ArtifactResolutionException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static DefaultArtifact artifact(String coordinates) throws IOException {
    List<String> parts = List.of(coordinates.split(":", -1));
    return switch (parts.size()) {
      case 4 -> new DefaultArtifact(parts.get(0), parts.get(1), parts.get(3), parts.get(2));
      case 5 ->
          new DefaultArtifact(parts.get(0), parts.get(1), parts.get(3), parts.get(4), parts.get(2));
      default ->
          throw new IOException(
              "not of the form group:artifact:version[:classifier]:extension: " + coordinates);
    };
  }
}
