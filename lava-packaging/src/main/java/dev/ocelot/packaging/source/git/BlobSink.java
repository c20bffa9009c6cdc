package dev.ocelot.packaging.source.git;

import java.io.IOException;
import java.io.InputStream;

/** Takes the contents of files, one after another. */
interface BlobSink {
  /** One file; the stream ends with it. */
  void accept(TreeEntry entry, InputStream content, long size) throws IOException;
}
