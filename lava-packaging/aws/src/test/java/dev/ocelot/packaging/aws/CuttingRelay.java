package dev.ocelot.packaging.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passes bytes on to a server, and resets connections in the middle of a request's body. A proxy
 * that speaks HTTP cannot: it waits for whole requests.
 */
final class CuttingRelay implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
  private static final Pattern START = Pattern.compile("(?:GET|POST|PUT|DELETE|HEAD) /");

  /** Says where a request is cut. */
  interface Script {
    /** Nothing is cut. */
    long WHOLE = Long.MAX_VALUE;

    /**
     * How many bytes of a request's body pass.
     *
     * @param line its first line
     * @param length the length of its body
     */
    long passing(String line, long length);
  }

  private final ServerSocket server;
  private final URI target;
  private final Script script;
  private final AtomicInteger cuts = new AtomicInteger();

  CuttingRelay(URI target, Script script) throws IOException {
    this.target = target;
    this.script = script;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    started(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** How many requests were cut. */
  int cuts() {
    return cuts.get();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void started(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // One of the two has ended the connection, or the test is over.
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (!server.isClosed()) {
      Socket client = server.accept();
      Socket service = new Socket(target.getHost(), target.getPort());
      started(() -> answers(service, client));
      started(() -> requests(client, service));
    }
  }

  private static void answers(Socket service, Socket client) throws IOException {
    try (client;
        service;
        OutputStream out = client.getOutputStream()) {
      service.getInputStream().transferTo(out);
    }
  }

  /** A request begins with a packet of its own, as the client waits for the answer before. */
  private void requests(Socket client, Socket service) throws IOException {
    try (client;
        service) {
      InputStream in = client.getInputStream();
      OutputStream out = service.getOutputStream();
      byte[] buffer = new byte[8192];
      long left = Script.WHOLE;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        if (START.matcher(text).lookingAt()) {
          left = passing(text);
        }
        int passed = (int) Math.min(left, read);
        out.write(buffer, 0, passed);
        if (left != Script.WHOLE) {
          left -= passed;
        }
        if (left == 0) {
          cuts.incrementAndGet();
          reset(client);
          reset(service);
          return;
        }
      }
    }
  }

  /** How many bytes of the whole request pass; the head is always sent in one piece. */
  private long passing(String text) throws IOException {
    int head = text.indexOf("\r\n\r\n") + 4;
    Matcher length = LENGTH.matcher(text);
    if (head < 4) {
      throw new IOException("the head of a request came in pieces");
    }
    long passing =
        script.passing(
            text.substring(0, text.indexOf('\r')),
            length.find() ? Long.parseLong(length.group(1)) : 0);
    return passing == Script.WHOLE ? passing : head + passing;
  }

  private static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
