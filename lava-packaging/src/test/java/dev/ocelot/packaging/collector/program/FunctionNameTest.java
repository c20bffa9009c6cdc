package dev.ocelot.packaging.collector.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionNameTest {
  @ParameterizedTest
  @CsvSource({
    "main.main, main",
    "runtime.goexit, runtime",
    "gopkg.in/yaml%2ev3.(*parser).parse, gopkg.in/yaml.v3",
    "example.org/a/b.(*T).M-fm, example.org/a/b",
    "slices.SortFunc[go.shape.struct { example.org/x/y.T }], slices",
    "net/http.(*conn).serve.func1, net/http",
    "type:.eq.example.org/a.T, ''",
    "go:buildid, ''",
    "_rt0_amd64_linux, ''",
  })
  void belongToPackages(String name, String expected) {
    assertThat(FunctionName.packageOf(name)).isEqualTo(expected);
  }
}
