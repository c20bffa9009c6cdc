package dev.ocelot.jmh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A tree like an installed program's: many small texts, fewer larger binaries. Seeded, so that each
 * run packs the same bytes.
 */
final class ManyFiles {
  static final int FILES = 9_000;
  private static final long BYTES = 200L << 20;
  private static final int WORDS = 6_000;
  private static final int BINARY_EVERY = 30;

  private final Random random = new Random(7);
  private final byte[][] words = new byte[WORDS][];

  ManyFiles() {
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      for (int letters = 2 + random.nextInt(9); letters > 0; letters--) {
        word.append((char) ('a' + Math.min(random.nextInt(26), random.nextInt(26))));
      }
      words[i] = word.toString().getBytes(StandardCharsets.US_ASCII);
    }
  }

  void write(Path folder) throws IOException {
    // Half of the bytes are texts, half are binaries.
    int binaries = FILES / BINARY_EVERY;
    int binary = (int) (BYTES / 2 / binaries);
    int text = (int) (BYTES / 2 / (FILES - binaries));
    for (int i = 0; i < FILES; i++) {
      Path file = folder.resolve("p" + i / 100).resolve("f" + i);
      Files.createDirectories(folder.resolve("p" + i / 100));
      int share = 1 + random.nextInt(200);
      Files.write(
          file, i % BINARY_EVERY == 0 ? binary(binary * share / 100) : text(text * share / 100));
    }
  }

  /** Lines of words, frequent ones more often, indented as sources are. */
  private byte[] text(int size) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(size + 64);
    while (out.size() < size) {
      out.writeBytes(
          "                ".substring(random.nextInt(9)).getBytes(StandardCharsets.US_ASCII));
      for (int count = 3 + random.nextInt(8); count > 0; count--) {
        double rank = random.nextDouble();
        out.writeBytes(words[(int) (WORDS * rank * rank * rank)]);
        out.write(" .,(){};=\n".charAt(Math.min(random.nextInt(10), random.nextInt(10))));
      }
      out.write('\n');
    }
    return out.toByteArray();
  }

  /** Like machine code: few opcodes, operands that repeat, some data that does not. */
  private byte[] binary(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      double kind = random.nextDouble();
      if (kind < 0.45) {
        bytes[i] = (byte) (0x40 + Math.min(random.nextInt(24), random.nextInt(24)));
      } else if (kind < 0.75 && i > 64) {
        int from = i - 16 - random.nextInt(48);
        for (int length = 4 + random.nextInt(8); length > 0 && i < size; length--) {
          bytes[i++] = bytes[from++];
        }
        i--;
      } else if (kind < 0.9) {
        bytes[i] = 0;
      } else {
        bytes[i] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }
}
