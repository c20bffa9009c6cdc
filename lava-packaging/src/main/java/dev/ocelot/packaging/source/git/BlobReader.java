package dev.ocelot.packaging.source.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Divides what {@code git cat-file --batch} writes into files. */
final class BlobReader {
  private static final int LONGEST_HEAD = 200;

  private final List<TreeEntry> entries;
  private final BlobSink sink;

  BlobReader(List<TreeEntry> entries, BlobSink sink) {
    this.entries = entries;
    this.sink = sink;
  }

  void read(InputStream stdout) throws IOException {
    for (TreeEntry entry : entries) {
      String[] head = head(stdout).split(" ");
      if (head.length != 3 || !head[0].equals(entry.id()) || !head[1].equals("blob")) {
        throw new DamagedMirrorException("git has lost the content of " + entry.path());
      }
      Bounded content = new Bounded(stdout, Long.parseLong(head[2]));
      sink.accept(entry, content, content.left);
      content.transferTo(OutputStream.nullOutputStream());
      if (content.left != 0 || stdout.read() != '\n') {
        throw new DamagedMirrorException("git ended within " + entry.path());
      }
    }
  }

  private static String head(InputStream stdout) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = stdout.read(); b != '\n'; b = stdout.read()) {
      if (b < 0 || head.length() > LONGEST_HEAD) {
        throw new DamagedMirrorException("git ended early: " + head);
      }
      head.append((char) b);
    }
    return new String(
        head.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** So many bytes of a stream. */
  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long size) {
      super(in);
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int n = in.read(buffer, offset, (int) Math.min(left, length));
      left -= Math.max(0, n);
      return n;
    }

    @Override
    public long skip(long n) {
      return 0;
    }

    @Override
    public int available() {
      return 0;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() {
      // The stream goes on with the next file.
    }
  }
}
