package dev.ocelot.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {
  // The digests of "abc" and of nothing are those of RFC 1321 and FIPS 180-4.
  @ParameterizedTest
  @CsvSource({
    "MD5, '', d41d8cd98f00b204e9800998ecf8427e",
    "MD5, abc, 900150983cd24fb0d6963f7d28e17f72",
    "SHA1, '', da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "SHA1, abc, a9993e364706816aba3e25717850c26c9cd0d89d",
    "SHA256, '', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "SHA256, abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "SHA256, ß, cd3a7e92a9114307055e4a0583acd6549ec3bb6d7c10ecc6ce11ae3d76b3d7db",
  })
  void isTheSameHoweverTheBytesCome(Digest digest, String text, String digits, @TempDir Path folder)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    MessageDigest fed = digest.begin();
    fed.update(bytes);

    assertThat(digest.of(text)).isEqualTo(digits);
    assertThat(digest.of(bytes)).isEqualTo(digits);
    assertThat(digest.of(new ByteArrayInputStream(bytes))).isEqualTo(digits);
    assertThat(digest.of(Files.write(folder.resolve("file"), bytes))).isEqualTo(digits);
    assertThat(Digest.end(fed)).isEqualTo(digits);
    assertThat(Digest.end(fed)).isEqualTo(digest.of(""));
  }

  @Test
  void aFileIsReadToItsEnd(@TempDir Path folder) throws IOException {
    byte[] large = new byte[200_000];

    assertThat(Digest.SHA256.of(Files.write(folder.resolve("large"), large)))
        .isEqualTo(Digest.SHA256.of(large));
  }
}
