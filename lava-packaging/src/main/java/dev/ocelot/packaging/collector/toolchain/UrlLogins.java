package dev.ocelot.packaging.collector.toolchain;

import dev.ocelot.packaging.process.ProcessResult;
import dev.ocelot.packaging.process.Secrets;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps what logs in to module proxies and repositories from what is shown. Go and git print URLs,
 * and some of them come from settings of git that are never read here, so every URL is shown
 * without its login; what the environment tells of passwords is hidden wherever it stands.
 */
final class UrlLogins {
  private static final Pattern LOGIN = Pattern.compile("(?<=://)[^\\s/@]+(?=@)");
  private static final Pattern WEB_LOGIN = Pattern.compile("https?://([^\\s/@]+)@");
  private static final String HIDDEN = "***";

  private final Secrets passwords;

  private UrlLogins(Secrets passwords) {
    this.passwords = passwords;
  }

  /**
   * Finds passwords.
   *
   * @param environment what Go gets
   * @return what hides them
   */
  static UrlLogins in(Map<String, String> environment) {
    Collection<String> passwords = new TreeSet<>();
    for (String text : environment.values()) {
      addPasswords(text, passwords);
    }
    return new UrlLogins(Secrets.of(passwords));
  }

  private static void addPasswords(String text, Collection<String> passwords) {
    Matcher matcher = WEB_LOGIN.matcher(text);
    while (matcher.find()) {
      String login = matcher.group(1);
      String password = login.substring(login.indexOf(':') + 1);
      passwords.add(password);
      passwords.add(decoded(password));
    }
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return part;
    }
  }

  /** The text as it may be shown. */
  String hide(String text) {
    return passwords.mask(LOGIN.matcher(text).replaceAll(HIDDEN));
  }

  /** The end of a process as it may be shown. */
  ProcessResult hide(ProcessResult end) {
    return new ProcessResult(
        end.command(),
        end.ending(),
        end.exitCode(),
        end.tail().stream().map(this::hide).toList(),
        end.took());
  }
}
