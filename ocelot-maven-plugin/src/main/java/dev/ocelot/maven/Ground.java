package dev.ocelot.maven;

import dev.ocelot.maven.console.CommandSpelling;
import dev.ocelot.maven.console.GoalConsole;
import dev.ocelot.maven.console.ProgressChoice.Situation;
import dev.ocelot.maven.source.MavenFetcher;
import dev.ocelot.packaging.evaluate.BashEvaluator;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.tag.component.RepositoryRoot;
import dev.ocelot.tag.script.ScriptEvaluator;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/**
 * Where a goal runs: the repository, the module, the user's machine, and how the goal was called.
 * The only place that asks Maven's session.
 */
public final class Ground implements AutoCloseable {
  private final MavenSession session;
  private final @Nullable MavenProject project;
  private final MojoExecution execution;
  private final @Nullable Path givenRoot;
  private final GoalConsole console;

  Ground(
      MavenSession session,
      @Nullable MavenProject project,
      MojoExecution execution,
      @Nullable Path givenRoot,
      Log log) {
    this.session = session;
    this.project = project;
    this.execution = execution;
    this.givenRoot = givenRoot;
    MavenExecutionRequest request = session.getRequest();
    boolean alone = request.getDegreeOfConcurrency() <= 1;
    this.console =
        new GoalConsole(new Situation(request.isInteractiveMode(), alone), System.getenv(), log);
  }

  /**
   * The goal that runs.
   *
   * @return its name without prefix
   */
  public String goal() {
    return execution.getGoal();
  }

  /**
   * Whether somebody asked for this goal by its name, and not a phase that it is bound to.
   *
   * @return true when a missing file is worth an error
   */
  public boolean calledByName() {
    return execution.getSource() == MojoExecution.Source.CLI;
  }

  /**
   * The module's folder; without a POM the folder that Maven was started in.
   *
   * @return an absolute path
   */
  public Path folder() {
    Path folder =
        project != null && project.getFile() != null
            ? project.getBasedir().toPath()
            : Path.of(session.getExecutionRootDirectory());
    return folder.toAbsolutePath().normalize();
  }

  /**
   * The module's output directory {@code target/ocelot}.
   *
   * @return an absolute path, or empty without a POM: then no file is written that was not asked
   *     for
   */
  public Optional<Path> outputDirectory() {
    if (project == null || project.getFile() == null) {
      return Optional.empty();
    }
    return Optional.of(
        Path.of(project.getBuild().getDirectory()).toAbsolutePath().normalize().resolve("ocelot"));
  }

  /**
   * The user's cache directory.
   *
   * @return {@code $XDG_CACHE_HOME}, else {@code ~/.cache}
   */
  public Path cacheDirectory() {
    String given = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home"));
    return given == null || given.isEmpty() || !Path.of(given).isAbsolute()
        ? home.resolve(".cache")
        : Path.of(given);
  }

  /**
   * The environment that Maven was started with.
   *
   * @return names to values
   */
  public Map<String, String> environment() {
    return System.getenv();
  }

  /**
   * The module.
   *
   * @return the project; a goal that needs one says so in its descriptor
   */
  public MavenProject module() {
    return Objects.requireNonNull(project, "a goal without a project");
  }

  /**
   * The modules of the build, {@code -pl} or not.
   *
   * @return in the order of the build
   */
  public List<MavenProject> modules() {
    return new Reactor(session).modules();
  }

  /**
   * The modules that depend on this one, directly or through others.
   *
   * @return in the order of the build
   */
  public List<MavenProject> dependents() {
    return new Reactor(session).dependents(module());
  }

  /**
   * The module's version.
   *
   * @return as in the POM
   */
  public String version() {
    return module().getVersion();
  }

  /**
   * Runs scripts up to their call where that is allowed.
   *
   * @return the evaluator
   */
  public ScriptEvaluator evaluator() {
    return hostScriptsAllowed()
        ? new BashEvaluator(new LocalProcessRunner(), environment())
        : ScriptEvaluator.REFUSING;
  }

  /**
   * Brings sources by Maven's own resolver.
   *
   * @param system the resolver
   * @return a fetcher for this module's repositories
   */
  public MavenFetcher mavenFetcher(RepositorySystem system) {
    return new MavenFetcher(system, repositorySession(), module().getRemoteProjectRepositories());
  }

  /** What Maven says of its transfers does not pass its logger, and would come between ours. */
  private RepositorySystemSession repositorySession() {
    RepositorySystemSession own = session.getRepositorySession();
    return console.isExclusive()
        ? new DefaultRepositorySystemSession(own).setTransferListener(null)
        : own;
  }

  /**
   * What this module hands to install and deploy.
   *
   * @param projects Maven's own part in it
   * @return the attachments
   */
  public Attachments attachments(MavenProjectHelper projects) {
    return new Attachments(module(), projects);
  }

  /**
   * Where the goal says things and asks.
   *
   * @return the console of this goal
   */
  public GoalConsole console() {
    return console;
  }

  /** The goal has ended: shows no more how far it is. */
  @Override
  public void close() {
    console.close();
  }

  /**
   * The day on which Maven was started, for proposals that a person dates.
   *
   * @return the day in UTC
   */
  public LocalDate today() {
    return session.getStartTime().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /**
   * Whether Maven may use the network.
   *
   * @return false with {@code -o}
   */
  public boolean online() {
    return !session.isOffline();
  }

  /**
   * Claims work that is to be done once in a session, however many modules ask for it.
   *
   * @param work names the work
   * @return true for the first who asks
   */
  public boolean claim(String work) {
    return session.getRepositorySession().getData().set("dev.ocelot/" + work, null, true);
  }

  /**
   * The repository.
   *
   * @return the folder that {@code ocelot.root} names, else the nearest one that is a root, else
   *     the module's
   */
  public RepositoryRoot root() {
    if (givenRoot != null) {
      return RepositoryRoot.of(givenRoot);
    }
    return RepositoryRoot.find(folder()).orElseGet(() -> new RepositoryRoot(folder()));
  }

  /**
   * How commands are written where the reader stands.
   *
   * @return the spelling
   */
  public CommandSpelling spelling() {
    return new Standing(session, execution.getMojoDescriptor().getPluginDescriptor())
        .spelling(root().path(), givenRoot);
  }

  /**
   * Whether the person who runs Maven allows the repository's scripts to run on this machine.
   *
   * @return true only when the command line or the user's settings say so
   */
  public boolean hostScriptsAllowed() {
    return HostScripts.of(session).allowed();
  }
}
