package dev.ocelot.packaging.collector.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkedModuleTest {
  @Test
  void readsWhatGoPrints() {
    assertThat(
            LinkedModule.parse(
                List.of(
                    "/tmp/collector: go1.26.1",
                    "\tpath\texample.org/collector",
                    "\tmod\texample.org/collector\t(devel)\t",
                    "\tdep\texample.org/components\tv0.0.0-1",
                    "\t=>\t./components\t(devel)\t",
                    "\tdep\texample.org/a\tv1.0.0\th1:abc=",
                    "\tdep\texample.org/b\tv1.0.0",
                    "\t=>\texample.org/fork\tv1.0.1\th1:def=",
                    "\tbuild\t-trimpath=true")))
        .containsExactly(
            new LinkedModule("example.org/components", "v0.0.0-1"),
            new LinkedModule("example.org/a", "v1.0.0"),
            new LinkedModule("example.org/fork", "v1.0.1"));
  }
}
