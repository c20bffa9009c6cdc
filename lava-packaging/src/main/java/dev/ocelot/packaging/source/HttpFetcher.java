package dev.ocelot.packaging.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Fetches from the web. Follows a few redirects, never from https to http.
 *
 * <p>The client is made with the first fetch: its classes cost a tenth of a second, which a run
 * that finds everything in the cache must not pay.
 */
public final class HttpFetcher implements SourceFetcher {
  static final Set<String> SCHEMES = Set.of("http", "https");

  private static final int OK = 200;

  private final Supplier<ProxySelector> proxies;

  /**
   * Through the proxies that the JVM's properties name.
   *
   * @return a fetcher
   */
  public static HttpFetcher withDefaultProxies() {
    return new HttpFetcher(ProxySelector::getDefault);
  }

  /**
   * Through chosen proxies.
   *
   * @param proxies asked with the first fetch
   */
  public HttpFetcher(Supplier<ProxySelector> proxies) {
    this.proxies = proxies;
  }

  @Override
  public Set<String> schemes() {
    return SCHEMES;
  }

  @Override
  public void fetch(String address, SourceLimits limits, Receiver receiver)
      throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(limits.stall())
            .proxy(proxies.get())
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(uri(address))
            .timeout(limits.stall())
            .header("User-Agent", "ocelot")
            .build();
    Answer answer = answer(client, request, limits);
    try (InputStream body = answer.body()) {
      if (answer.head().statusCode() != OK) {
        throw new IOException("the server answered " + answer.head().statusCode() + where(answer));
      }
      receiver.receive(
          answer.head().headers().firstValueAsLong("Content-Length").orElse(UNKNOWN_LENGTH), body);
    }
  }

  /** What the server said of its answer, and the answer's body. */
  private record Answer(ResponseInfo head, TimedBody body) {}

  /**
   * Once there is a head, what goes wrong is the body's matter: the client throws for a connection
   * that breaks right behind the head, but not always, and what the head says must be told either
   * way.
   */
  private static Answer answer(HttpClient client, HttpRequest request, SourceLimits limits)
      throws IOException, InterruptedException {
    AtomicReference<Answer> begun = new AtomicReference<>();
    try {
      client.send(
          request,
          head -> {
            TimedBody body = new TimedBody(limits.stall());
            begun.set(new Answer(head, body));
            return body;
          });
    } catch (IOException e) {
      Answer answer = begun.get();
      if (answer == null) {
        throw unanswered(e, request, limits);
      }
      answer.body().onError(e);
    }
    return Objects.requireNonNull(begun.get(), "an answer without a head");
  }

  private static IOException unanswered(
      IOException failure, HttpRequest request, SourceLimits limits) {
    if (failure instanceof HttpTimeoutException) {
      return new IOException(
          "the server did not answer within " + limits.stall().toSeconds() + " s", failure);
    }
    if (failure instanceof ConnectException) {
      return new IOException("no connection can be made to " + request.uri().getHost(), failure);
    }
    return failure;
  }

  private static String where(Answer answer) {
    Optional<String> target = answer.head().headers().firstValue("Location");
    return target.map(location -> " and points to " + location).orElse("");
  }

  private static URI uri(String address) throws IOException {
    try {
      URI uri = URI.create(address);
      if (uri.getHost() == null) {
        throw new IOException("the URL names no host");
      }
      return uri;
    } catch (IllegalArgumentException e) {
      throw new IOException("it is not a URL: " + e.getMessage(), e);
    }
  }
}
