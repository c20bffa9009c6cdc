package dev.ocelot.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tar archives that a careful reader must refuse; each but the last kinds ends properly. */
final class HostileTars {
  private static final byte[] NONE = {};

  private final List<HostileArchive> all = new ArrayList<>();

  static List<HostileArchive> all() {
    HostileTars tars = new HostileTars();
    tars.names();
    tars.links();
    tars.types();
    tars.extendedHeaders();
    tars.damage();
    return tars.all;
  }

  private void names() {
    add("parent", tar().file("../evil", "x"), "a part ..");
    add("parent inside", tar().file("a/../../evil", "x"), "a part ..");
    add("parent that stays inside", tar().file("a/../b", "x"), "a part ..");
    add("absolute", tar().file("/tmp/evil", "x"), "absolute path");
    add("backslash", tar().file("..\\evil", "x"), "backslash");
    add("drive letter", tar().file("C:evil", "x"), "drive letter");
    add("empty part", tar().file("a//b", "x"), "empty part");
    add("dot inside", tar().file("a/./b", "x"), "a part .");
    add("newline", tar().file("a\nb", "x"), "control character");
    add("escape", tar().file("a\u001b[2Jb", "x"), "control character");
    add("C1 control", tar().file("a\u009bb", "x"), "control character");
    add("NUL", tar().pax("path", "a\0b").file("c", "x"), "control character");
    add("long part", tar().pax("path", "x".repeat(256)).file("c", "x"), "longer than 255");
    add(
        "long name",
        tar().pax("path", "x/".repeat(90) + "y/".repeat(1500) + "z").file("c", "x"),
        "deep");
    add("deep", tar().pax("path", "d/".repeat(150) + "f").file("c", "x"), "folders deep");
    byte[] latin1 = {'a', (byte) 0xE9};
    add("not UTF-8", tar().raw(TarBytes.header('0', latin1, 0644, "", 0)), "not UTF-8");
    byte[] overlong = {(byte) 0xC0, (byte) 0xAE, (byte) 0xC0, (byte) 0xAE, '/', 'x'};
    add("overlong dots", tar().raw(TarBytes.header('0', overlong, 0644, "", 0)), "not UTF-8");
    add("twice", tar().file("a", "1").file("b", "").file("a", "2"), "\"a\" is there twice");
    add("folder twice", tar().directory("a").directory("a/"), "there twice");
    add("file below a file", tar().file("a", "1").file("a/b", "2"), "lies below \"a\"");
    add("file in place of a folder", tar().file("a/b", "1").file("a", "2"), "there twice");
    add("case", tar().file("dir/Read", "1").file("dir/READ", "2"), "\"dir/READ\" and \"dir/Read\"");
    add("case of a folder", tar().file("D/a", "1").file("d/b", "2"), "\"d\" and \"D\"");
    add("case beyond ASCII", tar().file("Ä", "1").file("ä", "2"), "are one file");
    add("Unicode form", tar().file("\u00e9", "1").file("e\u0301", "2"), "are one file");
    add("file named as a folder", tar().file("a/", "x"), "named as a folder");
  }

  private void links() {
    add("link out", tar().link("l", "../evil"), "link out of the folder");
    add("link to a root", tar().link("l", "/etc"), "absolute path");
    add("link out from below", tar().link("a/b/l", "../../../evil"), "link out of the folder");
    add(
        "link out by a link",
        tar().link("a", "b/c").link("b/c", "../..").link("x", "a/y"),
        "link out of the folder");
    add(
        "through a link",
        tar().link("a", "b").directory("b").link("b/c", "..").link("x", "a/c/.."),
        "link out of the folder");
    add("file through a link", tar().link("l", "d").directory("d").file("l/f", "x"), "is a link");
    add("file through a later link", tar().file("l/f", "x").link("l", "d"), "there twice");
    add("link replaced by a file", tar().link("l", "d").file("l", "x"), "there twice");
    add("loop", tar().link("a", "b").link("b", "a"), "leads to itself");
    add("link to itself", tar().link("a", "a"), "leads to itself");
    add("link to nothing", tar().link("a", ""), "link to nothing");
    add("backslash in a target", tar().link("a", "..\\x"), "backslash");
    add("hard link out", hardLink("../../etc/passwd"), "hard link");
    add("hard link to a root", hardLink("/etc/passwd"), "hard link");
    add("hard link to nothing", hardLink("missing"), "hard link");
    add("hard link to a later file", hardLink("late").file("late", "x"), "hard link");
    add(
        "hard link to a folder",
        tar().directory("d").entry('1', "h", 0644, "d", NONE),
        "hard link");
    add(
        "hard link through a link",
        tar().directory("d").file("d/f", "x").link("l", "d").entry('1', "h", 0644, "l/f", NONE),
        "hard link");
  }

  private void types() {
    add("character device", tar().entry('3', "a", 0644, "", NONE), "is a device");
    add("block device", tar().entry('4', "a", 0644, "", NONE), "is a device");
    add("FIFO", tar().entry('6', "a", 0644, "", NONE), "is a FIFO");
    add("sparse file", tar().entry('S', "a", 0644, "", NONE), "sparse");
    add("volume name", tar().entry('V', "a", 0644, "", NONE), "type that is not supported");
    add("unknown type", tar().entry('Z', "a", 0644, "", NONE), "type that is not supported");
    add("set-user-id", tar().entry('0', "a", 04755, "", NONE), "set-user-id");
    add("set-group-id", tar().entry('0', "a", 02755, "", NONE), "set-user-id");
    add("sticky folder", tar().entry('5', "a", 01777, "", NONE), "sticky");
    add("folder with content", tar().entry('5', "a", 0755, "", new byte[5]), "has content");
    add("link with content", tar().entry('2', "a", 0777, "b", new byte[5]), "has content");
    add("content in the root", tar().entry('0', "./", 0755, "", new byte[5]), "no name");
  }

  private void extendedHeaders() {
    add("parent in pax", tar().pax("path", "../evil").file("a", "x"), "a part ..");
    add("target in pax", tar().pax("linkpath", "/etc").link("a", "b"), "absolute path");
    add(
        "capabilities",
        tar().pax("SCHILY.xattr.security.capability", "x").file("a", "x"),
        "capabilities");
    add("sparse in pax", tar().pax("GNU.sparse.major", "1").file("a", "x"), "sparse");
    add("size in pax", tar().pax("size", "99999").file("a", "x"), "cut off");
    add("negative size in pax", tar().pax("size", "-1").file("a", "x"), "cannot be read");
    add("pax length", tar().entry('x', "p", 0644, "", ascii("99 path=a\n")), "cannot be read");
    add(
        "pax without a length",
        tar().entry('x', "p", 0644, "", ascii("path=a\n")),
        "cannot be read");
    add(
        "pax record of no length",
        tar().entry('x', "p", 0644, "", ascii("0 a=b\n")),
        "cannot be read");
    byte[] twice = ascii("9 path=a\n9 path=b\n");
    add("path twice", tar().entry('x', "p", 0644, "", twice).file("c", "x"), "says path twice");
    add(
        "two names",
        tar().entry('L', "L", 0644, "", ascii("b\0")).pax("path", "a").file("c", "x"),
        "second name");
    add(
        "parent in GNU",
        tar().entry('L', "L", 0644, "", ascii("../b\0")).file("c", "x"),
        "a part ..");
    add(
        "one path for all",
        tar().entry('g', "g", 0644, "", TarBytes.paxRecord("path", "a")).file("c", "x"),
        "names of all");
    add("pax for nothing", tar().file("c", "x").pax("path", "a"), "after an extended header");
    byte[] huge = TarBytes.header('x', ascii("x"), 0644, "", 1L << 32);
    add("pax of 4 GiB", tar().raw(huge), "extended header of");
  }

  private void damage() {
    byte[] whole = tar().file("a", "x".repeat(2000)).toBytes();
    all.add(hostile("no end", tar().file("a", "x").unended(), "cut off"));
    all.add(hostile("half an end", Arrays.copyOf(whole, whole.length - 512), "cut off"));
    all.add(hostile("cut content", Arrays.copyOf(whole, 1200), "cut off"));
    all.add(hostile("cut header", Arrays.copyOf(whole, 300), "cut off|no zip, tar"));
    byte[] wrongSum = whole.clone();
    wrongSum[0]++;
    all.add(hostile("wrong checksum", wrongSum, "wrong checksum"));
    byte[] behind = Arrays.copyOf(whole, whole.length + 512);
    behind[whole.length + 100] = 1;
    all.add(hostile("something behind the end", behind, "goes on after its end"));
    byte[] between = Arrays.copyOf(whole, whole.length);
    between[whole.length - 512] = 1;
    all.add(hostile("something in the end", between, "goes on after its end"));
    byte[] letters = TarBytes.header('0', ascii("a"), 0644, "", 0);
    letters[124] = 'x';
    add("size that is no number", tar().raw(TarBytes.checked(letters)), "number that is none");
    byte[] binary = TarBytes.header('0', ascii("a"), 0644, "", 0);
    Arrays.fill(binary, 124, 136, (byte) 0xFF);
    add("size out of range", tar().raw(TarBytes.checked(binary)), "number out of range");
    all.add(hostile("larger than it says", tar().raw(hugeFile()).toBytes(), "unpacks to more"));
  }

  private static byte[] hugeFile() {
    byte[] header = TarBytes.header('0', ascii("a"), 0644, "", 0);
    Arrays.fill(header, 124, 136, (byte) 0);
    header[124] = (byte) 0x80;
    header[130] = 1; // 2^40 bytes
    return TarBytes.checked(header);
  }

  private static TarBytes hardLink(String target) {
    return tar().entry('1', "h", 0644, target, NONE);
  }

  private static TarBytes tar() {
    return new TarBytes();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void add(String name, TarBytes tar, String reason) {
    all.add(hostile(name, tar.toBytes(), reason));
  }

  private static HostileArchive hostile(String name, byte[] bytes, String reason) {
    return new HostileArchive("tar: " + name, bytes, reason);
  }
}
