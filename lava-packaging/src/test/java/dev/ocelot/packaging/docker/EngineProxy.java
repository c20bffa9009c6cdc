package dev.ocelot.packaging.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to the engine that a test can cut without touching the engine. */
final class EngineProxy implements AutoCloseable {
  private static final UnixDomainSocketAddress ENGINE =
      UnixDomainSocketAddress.of("/var/run/docker.sock");

  private final ServerSocketChannel server;
  private final Set<Channel> open = ConcurrentHashMap.newKeySet();

  private EngineProxy(ServerSocketChannel server) {
    this.server = server;
  }

  static EngineProxy open() throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    EngineProxy proxy = new EngineProxy(server);
    daemon(proxy::accept);
    return proxy;
  }

  String host() throws IOException {
    return "tcp://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "engine proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel near = server.accept();
        SocketChannel far = SocketChannel.open(StandardProtocolFamily.UNIX);
        open.add(near);
        open.add(far);
        far.connect(ENGINE);
        daemon(() -> pass(near, far));
        daemon(() -> pass(far, near));
      }
    } catch (IOException closed) {
      cut();
    }
  }

  private static void pass(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
      to.shutdownOutput();
    } catch (IOException closed) {
      shut(from);
      shut(to);
    }
  }

  private static void shut(Channel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Cuts all connections, and lets nobody in any more. */
  void cut() {
    shut(server);
    open.forEach(EngineProxy::shut);
  }

  @Override
  public void close() {
    cut();
  }
}
