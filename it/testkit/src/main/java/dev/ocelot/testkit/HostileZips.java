package dev.ocelot.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Zip files that a careful reader must refuse. */
final class HostileZips {
  private final List<HostileArchive> all = new ArrayList<>();

  static List<HostileArchive> all() {
    HostileZips zips = new HostileZips();
    zips.names();
    zips.types();
    zips.contradictions();
    zips.places();
    zips.damage();
    return zips.all;
  }

  private void names() {
    add("parent", zip().file("../evil", "x"), "a part ..");
    add("absolute", zip().file("/evil", "x"), "absolute path");
    add("backslash", zip().file("..\\evil", "x"), "backslash");
    add("drive letter", zip().file("c:/evil", "x"), "drive letter");
    add("newline", zip().file("a\nb", "x"), "control character");
    add("NUL", zip().file("a\0b", "x"), "control character");
    add("no name", zip().file("", "x"), "is no name");
    byte[] cp437 = {'a', (byte) 0x82};
    add("not UTF-8", zip().entry(cp437, 0100644, new byte[1], b -> {}, b -> {}), "not UTF-8");
    add("twice", zip().file("a", "1").file("a", "2"), "there twice");
    add("case", zip().file("a", "1").file("A", "2"), "\"A\" and \"a\"");
    add("Unicode form", zip().file("\u00e9", "1").file("e\u0301", "2"), "are one file");
    add("below a file", zip().file("a", "1").file("a/b", "2"), "lies below \"a\"");
    add("below a link", zip().entry("l", 0120777, ascii("d")).file("l/b", "2"), "lies below \"l\"");
  }

  private void types() {
    add("link out", zip().entry("l", 0120777, ascii("../x")), "link out of the folder");
    add("link to a root", zip().entry("l", 0120777, ascii("/etc")), "absolute path");
    add("long link", zip().entry("l", 0120777, new byte[5000]), "too long");
    add("device", zip().entry("d", 0020644, new byte[0]), "is a device");
    add("FIFO", zip().entry("d", 0010644, new byte[0]), "is a device, a FIFO");
    add("socket", zip().entry("d", 0140644, new byte[0]), "is a device, a FIFO");
    add("set-user-id", zip().entry("s", 0104755, new byte[0]), "set-user-id");
    add("folder with content", zip().entry("d/", 0040755, new byte[3]), "has content");
    add("folder named as a file", zip().entry("d", 0040755, new byte[0]), "not what its name says");
    add(
        "file named as a folder",
        zip().entry("d/", 0100644, new byte[0]),
        "not what its name says");
  }

  private void contradictions() {
    add(
        "other name in the local header",
        zip().file("good", "x", b -> b.put(ZipBytes.LOCAL_NAME, (byte) 'f'), b -> {}),
        "contradicts the directory");
    add(
        "other checksum in the local header",
        zip().file("a", "x", b -> b.putInt(ZipBytes.LOCAL_CRC, 1), b -> {}),
        "contradicts the directory");
    add(
        "other size in the local header",
        zip().file("a", "x", b -> b.putInt(ZipBytes.LOCAL_SIZE, 99), b -> {}),
        "contradicts the directory");
    add(
        "other flags in the local header",
        zip().file("a", "x", b -> b.putShort(ZipBytes.LOCAL_FLAGS, (short) 0), b -> {}),
        "contradicts the directory");
    add(
        "longer than both headers say",
        zip()
            .file(
                "a",
                "x".repeat(100),
                b -> b.putInt(ZipBytes.LOCAL_SIZE, 5),
                b -> b.putInt(ZipBytes.CENTRAL_SIZE, 5)),
        "longer than its header says");
    add(
        "shorter than both headers say",
        zip()
            .file(
                "a",
                "x".repeat(100),
                b -> b.putInt(ZipBytes.LOCAL_SIZE, 500),
                b -> b.putInt(ZipBytes.CENTRAL_SIZE, 500)),
        "size or checksum");
    add(
        "wrong checksum",
        zip()
            .file(
                "a",
                "x",
                b -> b.putInt(ZipBytes.LOCAL_CRC, 7),
                b -> b.putInt(ZipBytes.CENTRAL_CRC, 7)),
        "checksum that is wrong");
  }

  private void places() {
    add(
        "encrypted",
        zip()
            .file(
                "a",
                "x",
                b -> b.putShort(ZipBytes.LOCAL_FLAGS, (short) 0x801),
                b -> b.putShort(ZipBytes.CENTRAL_FLAGS, (short) 0x801)),
        "encrypted");
    add(
        "unknown method",
        zip().file("a", "x", b -> {}, b -> b.putShort(ZipBytes.CENTRAL_METHOD, (short) 14)),
        "method that is not supported");
    add("one content for two names", zip().file("a", "x").again("b"), "overlaps another entry");
    add(
        "place outside",
        zip().file("a", "x", b -> {}, b -> b.putInt(ZipBytes.CENTRAL_OFFSET, 99999)),
        "unlisted bytes");
    add(
        "place without a size",
        zip().file("a", "x", b -> {}, b -> b.putInt(ZipBytes.CENTRAL_OFFSET, -1)),
        "has no size or place");
    add(
        "unlisted bytes between",
        zip().file("a", "x").raw(new byte[7]).file("b", "x"),
        "bytes of no entry");
    add(
        "unlisted bytes before",
        zip().raw(new byte[] {'P', 'K', 3, 4}).file("a", "x"),
        "unlisted bytes");
    add("unlisted bytes at the end", zip().file("a", "x").raw(new byte[7]), "bytes of no entry");
    add(
        "size of 4 GiB",
        zip()
            .file(
                "a",
                "x",
                b -> b.putInt(ZipBytes.LOCAL_SIZE, -2),
                b -> b.putInt(ZipBytes.CENTRAL_SIZE, -2)),
        "size or checksum|unpacks to more");
  }

  private void damage() {
    byte[] whole = zip().file("a", "hello".repeat(100)).file("b", "x").toBytes();
    all.add(hostile("without its end", Arrays.copyOf(whole, whole.length - 10), "has no end"));
    all.add(hostile("only its beginning", Arrays.copyOf(whole, 25), "has no end"));
    all.add(hostile("something behind", Arrays.copyOf(whole, whole.length + 3), "after its end"));
    byte[] count = whole.clone();
    count[whole.length - 14]++;
    count[whole.length - 12]++;
    all.add(hostile("more entries than there are", count, "directory that cannot be read"));
    byte[] fewer = whole.clone();
    fewer[whole.length - 14]--;
    fewer[whole.length - 12]--;
    all.add(hostile("fewer entries than there are", fewer, "longer than it says"));
    byte[] parts = whole.clone();
    parts[whole.length - 18] = 1;
    all.add(hostile("one of several parts", parts, "several parts"));
    byte[] start = whole.clone();
    start[whole.length - 6]++;
    all.add(hostile("directory elsewhere", start, "contradicts its directory"));
    byte[] content = whole.clone();
    content[33] ^= 0x55;
    all.add(hostile("damaged content", content, "deflate|checksum|cut off|longer"));
  }

  private static ZipBytes zip() {
    return new ZipBytes();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void add(String name, ZipBytes zip, String reason) {
    all.add(hostile(name, zip.toBytes(), reason));
  }

  private static HostileArchive hostile(String name, byte[] bytes, String reason) {
    return new HostileArchive("zip: " + name, bytes, reason);
  }
}
