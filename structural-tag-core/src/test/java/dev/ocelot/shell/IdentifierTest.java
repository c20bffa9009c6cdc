package dev.ocelot.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "'',0,0", "a,0,1", "a,1,1", "_a9-b,0,3", "9a,0,0", "9a,1,2", "A_B=c,0,3", "é,0,0", "aé,0,1",
        "-,0,0", "a b,0,1", "a b,1,1", "a b,2,3", "Zz,0,2", "[a,0,0", "`a,0,0", "{a,0,0", "@a,0,0"
      })
  void endsBehindItsLastCharacter(String text, int start, int end) {
    assertThat(Identifier.end(text, start)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({"12a,2", "a1,0", "'',0", "7,1", "/1,0", "1:,1"})
  void digitsEndBehindTheLast(String text, int end) {
    assertThat(Identifier.digitsEnd(text, 0)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({"[0]=x,3", "[0=x,0", "x[0],0", "[a[1]],5", "[],2", "'',0"})
  void aSubscriptEndsBehindItsFirstBracket(String text, int end) {
    assertThat(Identifier.subscriptEnd(text, 0)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({"a+b,a b", "0x1F+c,c", "a1=a1+1,a1 a1", "'',''", "12,''", "(_x),_x"})
  void findsTheNamesOfAnExpression(String text, String names) {
    assertThat(String.join(" ", Identifier.allIn(text))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({"a,true", "a1_,true", "1a,false", "'',false", "a-b,false"})
  void matchesANameAlone(String text, boolean matches) {
    assertThat(Identifier.matches(text)).isEqualTo(matches);
  }
}
