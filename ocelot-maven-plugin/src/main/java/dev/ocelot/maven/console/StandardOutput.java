package dev.ocelot.maven.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The one owner of standard output, for documents that another program reads.
 *
 * <p>Maven replaces {@code System.out}, and its newer versions send what is printed there through
 * the logger; the file descriptor is what a pipe sees on all of them.
 */
public final class StandardOutput implements DocumentSink.Target {
  /**
   * Writes a document and nothing else.
   *
   * @param document the bytes
   * @throws IOException when the reader is gone
   */
  @Override
  public void write(byte[] document) throws IOException {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    out.write(document);
    out.flush();
  }
}
