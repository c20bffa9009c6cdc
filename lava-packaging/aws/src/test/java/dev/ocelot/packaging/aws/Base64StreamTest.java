package dev.ocelot.packaging.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64StreamTest {
  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 196_607, 196_608, 196_609, 393_217})
  void isWhatTheJdkMakes(int size) throws IOException {
    byte[] plain = bytes(size);
    AtomicLong read = new AtomicLong();
    try (Base64Stream stream = new Base64Stream(new ByteArrayInputStream(plain), read::addAndGet)) {
      byte[] encoded = stream.readAllBytes();

      assertThat(encoded).isEqualTo(Base64.getEncoder().encode(plain));
      assertThat(encoded).hasSize(Math.toIntExact(Base64Stream.lengthOf(size)));
      assertThat(read).hasValue(size);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 100})
  void givesOneByteAtATimeToo(int size) throws IOException {
    byte[] expected = Base64.getEncoder().encode(bytes(size));
    try (Base64Stream stream = new Base64Stream(new ByteArrayInputStream(bytes(size)), n -> {})) {
      for (byte each : expected) {
        assertThat(stream.read()).isEqualTo(each);
      }
      assertThat(stream.read()).isEqualTo(-1);
    }
  }
}
