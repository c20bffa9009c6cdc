package dev.ocelot.packaging.ci;

import java.util.List;

/** No engine that takes anything. */
public final class NoOutputs implements StepOutputs {
  @Override
  public boolean set(List<StepOutput> outputs) {
    return false;
  }

  @Override
  public boolean summarise(String markdown) {
    return false;
  }
}
