# shellcheck shell=bash
# A repository of collector distributions, with a synthetic upstream and the modules that it needs.
# shellcheck source=/dev/null
. "${it:?}/lib/poms.sh"

# go_environment FOLDER: Go takes modules from FOLDER/proxy and nowhere else, and keeps them in FOLDER/modules.
go_environment() { export GOPROXY="file://$1/proxy" GOSUMDB=off GOTOOLCHAIN=local GOENV=off GOMODCACHE="$1/modules"; }

# new_collector_repository FOLDER: FOLDER/upstream under git with the tag v1, FOLDER/proxy with its modules, and
# FOLDER/repository with two distributions, of which one has a component of its own.
new_collector_repository() {
  local repository="$1/repository"
  java -cp "${it:?}/testkit/target/classes" dev.ocelot.testkit.collector.SyntheticUpstream "$1"
  git -C "$1/upstream" init -q
  commit_all "$1/upstream" "the first"
  git -C "$1/upstream" tag v1
  mkdir -p "$repository/config/examples" "$repository/components/collector/lambdacomponents/exporter"
  write_pom "$repository" org.example layers 1.0
  cat >"$repository/config/distributions.yaml" <<'YAML'
minimal:
  description: OTLP in, OTLP over HTTP out
  buildtags:
    - lambdacomponents.custom
    - lambdacomponents.receiver.otlp
    - lambdacomponents.processor.batch
    - lambdacomponents.exporter.otlphttp
clickhouse:
  base: minimal
  config-file: clickhouse.yaml
  buildtags: [lambdacomponents.exporter.clickhouse]
YAML
  cat >"$repository/config/component_dependencies.yaml" <<'YAML'
dependencies:
  lambdacomponents.exporter.clickhouse: github.com/open-telemetry/opentelemetry-collector-contrib/exporter/clickhouseexporter
YAML
  cat >"$repository/config/examples/clickhouse.yaml" <<'YAML'
receivers: { otlp: { protocols: { http: { endpoint: "localhost:4318" } } } }
exporters: { clickhouse: { endpoint: "${env:CLICKHOUSE}" } }
service: { pipelines: { traces: { receivers: [otlp], exporters: [clickhouse] } } }
YAML
  cat >"$repository/components/collector/lambdacomponents/exporter/clickhouse.go" <<'GO'
//go:build lambdacomponents.custom && (lambdacomponents.all || lambdacomponents.exporter.all || lambdacomponents.exporter.clickhouse)

package exporter

import "github.com/open-telemetry/opentelemetry-collector-contrib/exporter/clickhouseexporter"

func init() {
	Factories = append(Factories, clickhouseexporter.Type)
}
GO
  cat >"$repository/config/publish.yaml" <<'YAML'
layer: { name: ocel, release-group: local }
regions: [us-east-1, eu-west-1]
publisher: directory
directory: { path: published }
YAML
}
