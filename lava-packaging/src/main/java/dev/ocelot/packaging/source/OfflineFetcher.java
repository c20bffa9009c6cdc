package dev.ocelot.packaging.source;

import java.io.IOException;
import java.util.Set;

/** Stands for the web in a run that must not use it. */
public record OfflineFetcher() implements SourceFetcher {
  @Override
  public Set<String> schemes() {
    return HttpFetcher.SCHEMES;
  }

  @Override
  public void fetch(String address, SourceLimits limits, Receiver receiver) throws IOException {
    throw new OfflineException();
  }
}
