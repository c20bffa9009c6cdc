package dev.ocelot.packaging.source.git;

import dev.ocelot.packaging.process.Secrets;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problem;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Problems;
import dev.ocelot.problem.Remedy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a git repository is. What logs its reader in is part of it, yet never of what is shown,
 * kept or compared.
 */
public final class GitLocation {
  private static final Pattern OWNER_AND_NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9_][A-Za-z0-9._-]*");
  private static final Pattern URL =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:([^/]*)@)?([^/@]*)(/.*)?");
  private static final Pattern USER_AND_HOST = Pattern.compile("[A-Za-z0-9._-]+@([^/:@]+):(.+)");
  private static final List<String> SCHEMES = List.of("file", "git", "http", "https", "ssh");
  private static final String FORMS =
      "owner/name, a git URL (https, ssh, git@host:path, file) or a path";

  private final String url;
  private final String shown;
  private final boolean local;
  private final Secrets secrets;

  private GitLocation(String url, String shown, boolean local, Secrets secrets) {
    this.url = url;
    this.shown = shown;
    this.local = local;
    this.secrets = secrets;
  }

  /**
   * Reads a location: {@code owner/name} on GitHub, a git URL, or a path. A text that could be
   * {@code owner/name} or a path is a path when such a folder exists.
   *
   * @param text what a person wrote
   * @param root the folder that a relative path starts from
   * @param where where it was written
   * @param problems hears what is wrong with it
   * @return the location; empty after a problem
   */
  public static Optional<GitLocation> parse(
      String text, Path root, Location where, Problems problems) {
    if (text.isBlank() || text.startsWith("-") || hasUnprintable(text)) {
      problems.add(refused("'" + text.replaceAll("\\p{Cntrl}", "?") + "'", where));
      return Optional.empty();
    }
    Matcher remote = URL.matcher(text);
    if (remote.matches()) {
      return ofUrl(text, remote, where, problems);
    }
    Matcher login = USER_AND_HOST.matcher(text);
    if (login.matches()) {
      if (login.group(1).startsWith("-") || login.group(2).startsWith("-")) {
        problems.add(refused("'" + text + "'", where));
        return Optional.empty();
      }
      return Optional.of(new GitLocation(text, text, false, Secrets.NONE));
    }
    Path path = root.resolve(text).toAbsolutePath().normalize();
    if (OWNER_AND_NAME.matcher(text).matches() && !Files.isDirectory(path)) {
      String name = text.endsWith(".git") ? text : text + ".git";
      String github = "https://github.com/" + name;
      return Optional.of(new GitLocation(github, github, false, Secrets.NONE));
    }
    if (text.contains("::") || !Files.isDirectory(path)) {
      problems.add(noFolder(text, where));
      return Optional.empty();
    }
    return Optional.of(new GitLocation(path.toString(), text, true, Secrets.NONE));
  }

  private static Optional<GitLocation> ofUrl(
      String text, Matcher parts, Location where, Problems problems) {
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String user = Objects.requireNonNullElse(parts.group(2), "");
    String host = parts.group(3);
    String path = Objects.requireNonNullElse(parts.group(4), "");
    boolean hasHost = !host.isEmpty() || scheme.equals("file");
    String kept = scheme.equals("ssh") ? user.replaceFirst(":.*", "") : "";
    String shown =
        scheme
            + "://"
            + (kept.isEmpty() ? "" : kept + "@")
            + host
            + path.replaceFirst("[?#].*", "");
    if (!SCHEMES.contains(scheme)
        || !hasHost
        || path.length() < 2
        || host.startsWith("-")
        || user.startsWith("-")) {
      problems.add(refused(shown, where));
      return Optional.empty();
    }
    String secret = kept.isEmpty() ? user : user.substring(kept.length());
    return Optional.of(new GitLocation(text, shown, scheme.equals("file"), secrets(secret, path)));
  }

  private static Secrets secrets(String login, String path) {
    List<String> hidden = new ArrayList<>(List.of(login));
    for (String part : login.split(":", 2)) {
      hidden.add(part);
      hidden.add(decoded(part));
    }
    int query = path.indexOf('?');
    for (String pair : query < 0 ? new String[0] : path.substring(query + 1).split("&")) {
      hidden.add(pair.substring(pair.indexOf('=') + 1));
    }
    return Secrets.of(hidden);
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return part;
    }
  }

  private static boolean hasUnprintable(String text) {
    return text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\');
  }

  private static Problem refused(String got, Location where) {
    return Problem.error(ProblemId.CONFIG_INVALID, "this is no place of a git repository")
        .at(where)
        .comparing(got, FORMS);
  }

  private static Problem noFolder(String text, Location where) {
    return Problem.error(
            ProblemId.CONFIG_INVALID, "no git repository is found at the path '" + text + "'")
        .at(where)
        .comparing(text, FORMS)
        .withRemedy(
            Remedy.advice("Give an existing folder; a relative path starts at the root folder"));
  }

  /** What git is given. */
  String url() {
    return url;
  }

  /** What logs in; hidden from everything that is shown. */
  Secrets secrets() {
    return secrets;
  }

  /** Whether the URL holds more than what is shown. */
  boolean hasLogin() {
    return secrets != Secrets.NONE;
  }

  /** The same for every way to log in, another for every repository. */
  String identity() {
    return local ? url : shown;
  }

  /**
   * The location as it may be shown and recorded.
   *
   * @return an URL without user, password and query; a path as it was written
   */
  public String shown() {
    return shown;
  }

  /**
   * Whether it is a path or a {@code file} URL, which means nothing on another machine.
   *
   * @return true for a place on this machine
   */
  public boolean isLocal() {
    return local;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GitLocation location && location.identity().equals(identity());
  }

  @Override
  public int hashCode() {
    return identity().hashCode();
  }

  @Override
  public String toString() {
    return shown;
  }
}
