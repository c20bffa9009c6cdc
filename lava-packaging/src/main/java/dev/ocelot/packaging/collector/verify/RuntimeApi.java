package dev.ocelot.packaging.collector.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The extension's part of AWS Lambda's runtime API, as far as a collector needs it to start: it may
 * register, subscribe to telemetry and say that it failed, and is told to shut down as soon as it
 * asks for work.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String EXTENSION = "/2020-01-01/extension";
  private static final String IDENTIFIER = "Lambda-Extension-Identifier";
  private static final String REGISTERED =
      "{\"functionName\":\"verify\",\"functionVersion\":\"1\",\"handler\":\"none\"}";
  private static final String SHUTDOWN =
      "{\"eventType\":\"SHUTDOWN\",\"shutdownReason\":\"spindown\",\"deadlineMs\":4102444800000}";
  private static final int MOST_BYTES = 1 << 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(RuntimeApi::daemon);
  private final AtomicReference<Answer> answer = new AtomicReference<>(Answer.NOTHING);

  /** What was heard of the extension. */
  enum Answer {
    /** Nothing, or no more than its registration. */
    NOTHING,
    /** It failed to start. */
    FAILED,
    /** It started, and asked for work. */
    STARTED
  }

  private RuntimeApi(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to serve on a free port of the loopback.
   *
   * @return the server
   * @throws IOException when there is no port
   */
  static RuntimeApi start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RuntimeApi api = new RuntimeApi(server);
    server.setExecutor(api.threads);
    server.createContext("/", exchange -> api.answer(exchange, 200, "OK"));
    server.createContext(
        EXTENSION + "/register", exchange -> api.answer(exchange, 200, REGISTERED));
    server.createContext(
        EXTENSION + "/event/next",
        exchange -> {
          api.answer.compareAndSet(Answer.NOTHING, Answer.STARTED);
          api.answer(exchange, 200, SHUTDOWN);
        });
    server.createContext(
        EXTENSION + "/init/error",
        exchange -> {
          api.answer.set(Answer.FAILED);
          api.answer(exchange, 202, "{\"status\":\"OK\"}");
        });
    server.start();
    return api;
  }

  /** What {@code AWS_LAMBDA_RUNTIME_API} has to say. */
  String address() {
    return server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
  }

  /** What was heard so far. */
  Answer heard() {
    return Objects.requireNonNullElse(answer.get(), Answer.NOTHING);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readNBytes(MOST_BYTES);
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set(IDENTIFIER, "verify");
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "ocelot-runtime-api");
    thread.setDaemon(true);
    return thread;
  }
}
