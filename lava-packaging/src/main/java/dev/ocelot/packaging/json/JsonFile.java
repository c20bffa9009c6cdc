package dev.ocelot.packaging.json;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.ocelot.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Writes JSON documents as whole files: a reader sees the old document or the new one. */
public final class JsonFile {
  private static final Pattern LAYOUT = Pattern.compile("\n *");

  private JsonFile() {}

  /**
   * A document's bytes.
   *
   * @param document writes one value
   * @return UTF-8
   */
  public static byte[] bytes(Consumer<JsonWriter> document) {
    StringBuilder text = new StringBuilder();
    document.accept(new JsonWriter(text));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes a file whole. For one writer at a time: what a killed one left beside the file is
   * overwritten by the next.
   *
   * @param file the file; missing folders are made
   * @param document writes one value
   * @throws IOException when it cannot be written; the old file is still there then
   */
  public static void write(Path file, Consumer<JsonWriter> document) throws IOException {
    write(file, bytes(document));
  }

  /**
   * Writes a file of one line, as {@link #write(Path, Consumer)} does.
   *
   * @param file the file; missing folders are made
   * @param document writes one value
   * @throws IOException when it cannot be written; the old file is still there then
   */
  public static void writeLine(Path file, Consumer<JsonWriter> document) throws IOException {
    String text = new String(bytes(document), StandardCharsets.UTF_8);
    // A line break within a text is written as an escape, so every real one is layout.
    String line = LAYOUT.matcher(text).replaceAll("") + "\n";
    write(file, line.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    Files.createDirectories(part.getParent());
    try {
      Files.write(part, bytes);
      Files.move(part, target, ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }
}
