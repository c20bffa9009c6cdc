package dev.ocelot.packaging.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest extends SourceFetcherContract {
  private final List<RawServer> servers = new ArrayList<>();

  private RawServer serve(RawServer.Answer answer) throws IOException {
    RawServer server = new RawServer(answer);
    servers.add(server);
    return server;
  }

  @AfterEach
  void stop() throws IOException {
    for (RawServer server : servers) {
      server.close();
    }
  }

  @Override
  SourceFetcher fetcher() {
    return HttpFetcher.withDefaultProxies();
  }

  @Override
  String addressOf(byte[] bytes) throws IOException {
    RawServer server = RawServer.serving(bytes);
    servers.add(server);
    return server.url("/f.tar.gz");
  }

  @Override
  String nowhere() throws IOException {
    return serve((path, out) -> RawServer.head(out, "404 Not Found", "Content-Length: 0"))
        .url("/x");
  }

  @Test
  void redirectsAreFollowedAndALoopEnds() throws Exception {
    RawServer server =
        serve(
            (path, out) -> {
              if (path.equals("/b")) {
                RawServer.head(out, "200 OK", "Content-Length: 2");
                out.write(new byte[] {'o', 'k'});
              } else {
                String next = path.equals("/a") ? "/b" : path;
                RawServer.head(out, "302 Found", "Location: " + next, "Content-Length: 0");
              }
            });
    List<String> received = new ArrayList<>();
    fetcher()
        .fetch(
            server.url("/a"),
            LIMITS,
            (l, in) -> received.add(new String(in.readAllBytes(), UTF_8)));
    assertThat(received).containsExactly("ok");
    assertThatThrownBy(() -> fetcher().fetch(server.url("/loop"), LIMITS, (l, in) -> in.read()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("302");
    assertThat(server.requests()).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http:", "http:///x", "http://h o/x", "http://127.0.0.1:1/x"})
  void whatCannotBeReachedIsSaid(String address) {
    assertThatThrownBy(() -> fetcher().fetch(address, LIMITS, (l, in) -> in.read()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aProxyIsUsed() throws Exception {
    RawServer proxy =
        serve(
            (path, out) -> {
              RawServer.head(out, "200 OK", "Content-Length: " + path.length());
              out.write(path.getBytes(UTF_8));
            });
    int port = URI.create(proxy.url("/")).getPort();
    List<String> received = new ArrayList<>();
    new HttpFetcher(
            () -> ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
        .fetch(
            "http://example.invalid/f",
            LIMITS,
            (l, in) -> received.add(new String(in.readAllBytes(), UTF_8)));
    assertThat(received).containsExactly("http://example.invalid/f");
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    RawServer server =
        serve(
            (path, out) -> {
              RawServer.head(out, "200 OK", "Content-Length: 9");
              asked.countDown();
              over.await(50, TimeUnit.SECONDS);
            });
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                fetcher().fetch(server.url("/x"), LIMITS, (l, in) -> in.readAllBytes());
                thrown.completeExceptionally(new AssertionError("came back"));
              } catch (IOException | InterruptedException e) {
                thrown.complete(e);
              }
            });
    thread.start();
    assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
    thread.interrupt();
    assertThat(thrown.get(10, TimeUnit.SECONDS)).isNotNull();
    over.countDown();
  }
}
