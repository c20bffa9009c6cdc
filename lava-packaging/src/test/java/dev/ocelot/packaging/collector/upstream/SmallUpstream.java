package dev.ocelot.packaging.collector.upstream;

import dev.ocelot.packaging.source.git.GitLocation;
import dev.ocelot.packaging.source.git.GitRevision;
import dev.ocelot.problem.Location;
import dev.ocelot.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of an upstream collector with two wrappers. */
record SmallUpstream(Path root) {
  static final String MAKEFILE =
      """
      include ./Makefile.Common
      HERE := $(shell pwd)
      OUT := $(HERE)/build
      RANDOM_NAME := bucket-$(shell head -c 8 /dev/random)
      OTELCOL_VERSION = $(shell cat VERSION)
      GIT_SHA = $(shell git rev-parse HEAD)
      GOARCH ?= amd64
      GO = GO111MODULE=on CGO_ENABLED=0 go build -trimpath$(if ${BUILDTAGS}, -tags "${BUILDTAGS}",)
      MAIN = main
      LDFLAGS = -ldflags "-s -w -X $(MAIN).GitHash=$(GIT_SHA) -X $(MAIN).Version=$(OTELCOL_VERSION) \\
        -X example.org/x.distribution=small"

      .PHONY: clean
      clean:
      \trm -rf build/

      .PHONY: build
      build: clean set-otelcol-version
      \t@echo Building with $(shell go version)
      \tmkdir -p $(OUT)/extensions
      \tGOOS=linux GOARCH=$(GOARCH) $(GO) $(LDFLAGS) -o $(OUT)/extensions .

      package: build ## the layer
      \tmkdir -p $(OUT)/collector-config
      \tcp config* $(OUT)/collector-config
      \tcd $(OUT) && zip -r layer-$(GOARCH).zip collector-config extensions

      set-otelcol-version:
      \t@V=$$(grep "go.opentelemetry.io/collector/otelcol v" go.mod | awk '{print $$2; exit}'); \\
      \techo $$V > VERSION
      """;

  static SmallUpstream in(Path root) throws IOException {
    SmallUpstream upstream = new SmallUpstream(root);
    upstream.file("Makefile", MAKEFILE);
    upstream.file("Makefile.Common", "GOCMD ?= go\nGOARCH := $(shell $(GOCMD) env GOARCH)\n");
    upstream.file(
        "go.mod",
        """
        module example.org/collector
        go 1.24.2
        require (
        \tgo.opentelemetry.io/collector/otelcol v0.42.0
        )
        """);
    upstream.file(
        "lambdacomponents/custom.go", "//go:build lambdacomponents.custom\n\npackage x\n");
    upstream.file(
        "lambdacomponents/default.go", "//go:build !lambdacomponents.custom\n\npackage x\n");
    upstream.wrapper("processor", "memorylimiter");
    upstream.wrapper("exporter", "otlphttp");
    upstream.file("lambdacomponents/processor/pkg.go", "package processor\n");
    return upstream;
  }

  private void wrapper(String kind, String name) throws IOException {
    file("lambdacomponents/" + kind + "/" + name + ".go", constraint(kind, name));
  }

  static String constraint(String kind, String name) {
    return "//go:build lambdacomponents.custom && (lambdacomponents.all || lambdacomponents."
        + kind
        + ".all || lambdacomponents."
        + kind
        + "."
        + name
        + ")\n\npackage "
        + kind
        + "\n";
  }

  void file(String name, String text) throws IOException {
    Path file = root.resolve("collector").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  GitRevision revision() {
    GitLocation location =
        GitLocation.parse("example/upstream", root, Location.NONE, new Problems()).orElseThrow();
    return new GitRevision(location, "main", "a".repeat(40));
  }
}
