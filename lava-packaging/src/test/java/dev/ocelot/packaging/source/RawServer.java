package dev.ocelot.packaging.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers each connection with whatever a test wants, also with what no server should send. */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Answer answer;
  private final AtomicInteger requests = new AtomicInteger();

  /** Writes an answer to a request that has been read. */
  interface Answer {
    void write(String path, OutputStream out) throws IOException, InterruptedException;
  }

  RawServer(Answer answer) throws IOException {
    this.answer = answer;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  /** Answers with a body and its length. */
  static RawServer serving(byte[] body) throws IOException {
    return new RawServer(
        (path, out) -> {
          head(out, "200 OK", "Content-Length: " + body.length);
          out.write(body);
        });
  }

  static void head(OutputStream out, String status, String... headers) throws IOException {
    String head = "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + String.join("\r\n", headers);
    out.write(
        (head + (headers.length == 0 ? "\r\n" : "\r\n\r\n")).getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  String url(String path) {
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  int requests() {
    return requests.get();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "raw server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        daemon(() -> serve(connection));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      StringBuilder request = new StringBuilder();
      InputStream in = connection.getInputStream();
      while (!request.toString().endsWith("\r\n\r\n")) {
        request.append((char) in.read());
      }
      requests.incrementAndGet();
      answer.write(request.toString().split(" ", 3)[1], connection.getOutputStream());
      connection.shutdownOutput();
    } catch (IOException clientGone) {
      // It had enough, which is what many tests are about.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
