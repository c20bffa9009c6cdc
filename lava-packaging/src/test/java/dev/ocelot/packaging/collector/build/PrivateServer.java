package dev.ocelot.packaging.collector.build;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.ocelot.packaging.process.LocalProcessRunner;
import dev.ocelot.packaging.process.ProcessLimits;
import dev.ocelot.packaging.process.ProcessRequest;
import dev.ocelot.problem.ProblemId;
import dev.ocelot.problem.Remedy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation keeps to itself, on this machine: a module proxy below {@code /proxy} and
 * repositories of the real git below {@code /git}, each behind a password.
 */
final class PrivateServer implements AutoCloseable {
  static final String USER = "reader";
  static final String PROXY_PASSWORD = "opensesame";
  static final String GIT_PASSWORD = "letmein";

  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpsServer server;
  private final Path certificate;

  PrivateServer(Path folder, Path proxy, Path repositories)
      throws IOException, GeneralSecurityException {
    this.certificate = folder.resolve("certificate.pem");
    this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(folder.resolve("keys"))));
    server.setExecutor(threads);
    serve("/proxy/", PROXY_PASSWORD, (exchange, path) -> file(exchange, proxy.resolve(path)));
    serve("/git/", GIT_PASSWORD, (exchange, path) -> git(exchange, repositories, path));
    server.start();
  }

  private interface Answer {
    void to(HttpExchange exchange, String path) throws IOException;
  }

  private void serve(String below, String password, Answer answer) {
    HttpHandler handler =
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(path);
            answer.to(exchange, path.substring(below.length()));
          }
        };
    HttpContext context = server.createContext(below, handler);
    context.setAuthenticator(
        new BasicAuthenticator("private") {
          @Override
          public boolean checkCredentials(String user, String given) {
            return user.equals(USER) && given.equals(password);
          }
        });
  }

  /** An URL with the login in it. */
  String url(String below, String password) {
    return "https://" + USER + ":" + password + "@127.0.0.1:" + port() + "/" + below + "/";
  }

  private int port() {
    return server.getAddress().getPort();
  }

  /** What vouches for this server. */
  Path certificate() {
    return certificate;
  }

  /** The paths that were asked for by somebody who knew the password. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private SSLContext tls(Path keys) throws IOException, GeneralSecurityException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> store =
        List.of("-keystore", keys.toString(), "-storepass", "changeit", "-alias", "own");
    run(
        keytool,
        "-genkeypair",
        store,
        "-keyalg",
        "EC",
        "-dname",
        "CN=own",
        "-ext",
        "san=ip:127.0.0.1");
    run(keytool, "-exportcert", store, "-rfc", "-file", certificate.toString());
    KeyStore own = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(own, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void run(String tool, String command, List<String> store, String... more) {
    List<String> argv = new ArrayList<>(List.of(tool, command));
    argv.addAll(store);
    argv.addAll(List.of(more));
    new LocalProcessRunner()
        .run(ProcessRequest.of(argv, ProcessLimits.of(Duration.ofMinutes(2))))
        .orProblem(ProblemId.DEFECT, "keytool", Remedy.NONE);
  }

  private static void file(HttpExchange exchange, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    exchange.sendResponseHeaders(200, Files.size(file));
    Files.copy(file, exchange.getResponseBody());
  }

  /** By git's own server program, which talks CGI. */
  private static void git(HttpExchange exchange, Path repositories, String path)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
    var variables = builder.environment();
    variables.put("GIT_PROJECT_ROOT", repositories.toString());
    variables.put("GIT_HTTP_EXPORT_ALL", "1");
    variables.put("REMOTE_USER", USER);
    variables.put("PATH_INFO", "/" + path);
    variables.put("REQUEST_METHOD", exchange.getRequestMethod());
    variables.put("QUERY_STRING", orEmpty(exchange.getRequestURI().getRawQuery()));
    for (String name : List.of("Content-Type", "Content-Encoding", "Git-Protocol")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      String variable = name.toUpperCase(Locale.ROOT).replace('-', '_');
      if (value != null) {
        variables.put((variable.equals("CONTENT_ENCODING") ? "HTTP_" : "") + variable, value);
      }
    }
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream in = process.getOutputStream()) {
      exchange.getRequestBody().transferTo(in);
    }
    try (InputStream out = new BufferedInputStream(process.getInputStream())) {
      int status = 200;
      for (String line = line(out); !line.isEmpty(); line = line(out)) {
        String[] header = line.split(": ", 2);
        if (header[0].equals("Status")) {
          status = Integer.parseInt(header[1].substring(0, 3));
        } else {
          exchange.getResponseHeaders().add(header[0], header[1]);
        }
      }
      exchange.sendResponseHeaders(status, 0);
      out.transferTo(exchange.getResponseBody());
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
