package dev.ocelot.packaging.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a zip file lists, and checks it against what lies where the list says. */
final class ZipDirectory {
  /** More than this is held by no archive within the limits. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int LOCAL_FIXED_LENGTH = 30;

  private final ZipBytes zip;
  private final ZipEnd end;

  private ZipDirectory(ZipBytes zip, ZipEnd end) {
    this.zip = zip;
    this.end = end;
  }

  /**
   * An entry whose bytes are known to lie in one place that no other entry shares.
   *
   * @param listing what the directory says of it
   * @param dataOffset where its bytes begin
   */
  record Located(ZipListing listing, long dataOffset) {}

  /**
   * Reads the directory of a file and all local headers.
   *
   * @param zip the file
   * @param limits how much may come out
   * @return the entries in the directory's order
   * @throws IOException when the file contradicts itself or more than the limits come out
   */
  static List<Located> read(ZipBytes zip, ExtractionLimits limits) throws IOException {
    ZipEnd end = ZipEnd.find(zip);
    if (end.count() > limits.entries()) {
      throw UnsafeArchiveException.tooLarge("has more than " + limits.entries() + " entries");
    }
    return new ZipDirectory(zip, end).located(limits);
  }

  private List<Located> located(ExtractionLimits limits) throws IOException {
    List<ZipListing> listings = listings();
    long total = 0;
    for (ZipListing listing : listings) {
      if (listing.size() > limits.bytes() - total) {
        throw UnsafeArchiveException.tooLarge("unpacks to more than " + limits.bytes() + " bytes");
      }
      total += listing.size();
    }
    return locate(listings);
  }

  private List<ZipListing> listings() throws IOException {
    long length = end.end() - end.start();
    if (length > MOST_BYTES) {
      throw UnsafeArchiveException.tooLarge("has a directory of " + length + " bytes");
    }
    ByteBuffer directory = zip.read(end.start(), (int) length);
    List<ZipListing> listings = new ArrayList<>();
    for (long i = 0; i < end.count(); i++) {
      listings.add(ZipListing.read(directory));
    }
    if (directory.hasRemaining()) {
      throw UnsafeArchiveException.damaged("has a directory longer than it says");
    }
    return listings;
  }

  /** Every byte before the directory belongs to exactly one entry. */
  private List<Located> locate(List<ZipListing> listings) throws IOException {
    List<ZipListing> byOffset = new ArrayList<>(listings);
    byOffset.sort(Comparator.comparingLong(ZipListing::offset));
    Map<Long, Located> located = new HashMap<>();
    long expected = 0;
    for (int i = 0; i < byOffset.size(); i++) {
      ZipListing listing = byOffset.get(i);
      if (listing.offset() != expected) {
        String reason =
            listing.offset() < expected ? "overlaps another entry" : "comes after unlisted bytes";
        throw UnsafeArchiveException.damaged(listing.name(), reason);
      }
      expected = i + 1 < byOffset.size() ? byOffset.get(i + 1).offset() : end.start();
      located.put(listing.offset(), new Located(listing, locate(listing, expected)));
    }
    if (expected != end.start()) {
      throw UnsafeArchiveException.damaged("has bytes before its directory that are not listed");
    }
    return listings.stream().map(listing -> located.get(listing.offset())).toList();
  }

  private long locate(ZipListing listing, long next) throws IOException {
    ByteBuffer fixed = zip.read(listing.offset(), LOCAL_FIXED_LENGTH);
    int nameLength = ZipBytes.u16(fixed, 26);
    int extraLength = ZipBytes.u16(fixed, 28);
    ByteBuffer rest = zip.read(listing.offset() + LOCAL_FIXED_LENGTH, nameLength + extraLength);
    byte[] name = new byte[nameLength];
    rest.get(name);
    ZipExtra extra = ZipExtra.read(listing.name(), rest, extraLength);
    boolean same =
        ZipBytes.u32(fixed, 0) == ZipRecord.LOCAL_HEADER
            && TarBlock.utf8(name).equals(listing.name())
            && ZipBytes.u16(fixed, 6) == listing.flags()
            && ZipBytes.u16(fixed, 8) == listing.method();
    Zip64Values wide = new Zip64Values(listing.name(), extra.field(ZipRecord.ZIP64_EXTRA));
    long crc = ZipBytes.u32(fixed, 14);
    long size = wide.next(ZipBytes.u32(fixed, 22));
    long packed = wide.next(ZipBytes.u32(fixed, 18));
    boolean deferred = (listing.flags() & ZipListing.FLAG_DESCRIPTOR) != 0;
    if (!same
        || !agrees(crc, listing.crc(), deferred)
        || !agrees(size, listing.size(), deferred)
        || !agrees(packed, listing.packed(), deferred)) {
      String reason = "has a header that contradicts the directory";
      throw UnsafeArchiveException.damaged(listing.name(), reason);
    }
    long data = listing.offset() + LOCAL_FIXED_LENGTH + nameLength + extraLength;
    checkEnd(listing, data, next, deferred);
    return data;
  }

  private static boolean agrees(long local, long listed, boolean deferred) {
    return local == listed || (deferred && local == 0);
  }

  /** After the bytes comes the next entry, or a descriptor that repeats what is listed. */
  private void checkEnd(ZipListing listing, long data, long next, boolean deferred)
      throws IOException {
    long gap = next - data - listing.packed();
    if (gap < 0) {
      throw UnsafeArchiveException.damaged(listing.name(), "overlaps another entry");
    }
    boolean whole = gap == 0;
    if (deferred) {
      whole = gap >= 12 && gap <= 24 && descriptor(listing, zip.read(next - gap, (int) gap));
    }
    if (!whole) {
      throw UnsafeArchiveException.damaged(listing.name(), "is followed by bytes of no entry");
    }
  }

  private static boolean descriptor(ZipListing listing, ByteBuffer bytes) {
    int length = bytes.remaining();
    boolean signed = length == 16 || length == 24;
    boolean wide = length == 20 || length == 24;
    int at = signed ? 4 : 0;
    if (signed && ZipBytes.u32(bytes, 0) != 0x08074b50L) {
      return false;
    }
    if (!signed && !wide && length != 12) {
      return false;
    }
    long packed = wide ? bytes.getLong(at + 4) : ZipBytes.u32(bytes, at + 4);
    long size = wide ? bytes.getLong(at + 12) : ZipBytes.u32(bytes, at + 8);
    return ZipBytes.u32(bytes, at) == listing.crc()
        && packed == listing.packed()
        && size == listing.size();
  }
}
