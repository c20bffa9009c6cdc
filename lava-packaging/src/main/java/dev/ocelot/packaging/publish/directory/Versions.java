package dev.ocelot.packaging.publish.directory;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.ocelot.digest.Digest;
import dev.ocelot.packaging.publish.LayerCode;
import dev.ocelot.packaging.publish.LayerName;
import dev.ocelot.packaging.publish.LayerServiceException;
import dev.ocelot.packaging.publish.LayerServiceException.Fault;
import dev.ocelot.packaging.publish.LayerVersion;
import dev.ocelot.packaging.publish.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import java.util.regex.Pattern;

/**
 * The versions of one layer in one region: folders whose names are numbers.
 *
 * @param places where everything lies
 * @param region the region
 * @param layer the layer
 */
record Versions(Places places, Region region, LayerName layer) {
  private static final int BUFFER = 256 * 1024;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  Path home() {
    return places.layer(region, layer);
  }

  private Path folder(long number) {
    return places.version(region, layer, number);
  }

  /** The numbers of the versions that exist. */
  SortedSet<Long> numbers() throws IOException {
    return numbers("");
  }

  private SortedSet<Long> numbers(String prefix) throws IOException {
    SortedSet<Long> numbers = new TreeSet<>();
    if (Files.isDirectory(home())) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(home())) {
        for (Path each : stream) {
          String name = each.getFileName().toString();
          if (name.startsWith(prefix)
              && NUMBER.matcher(name.substring(prefix.length())).matches()) {
            numbers.add(Long.parseLong(name.substring(prefix.length())));
          }
        }
      }
    }
    return numbers;
  }

  /** The lowest number that no version ever had. */
  long next() throws IOException {
    SortedSet<Long> taken = numbers();
    taken.addAll(numbers(Places.DELETED));
    return taken.isEmpty() ? 1 : taken.last() + 1;
  }

  /** A version as it is kept, or empty when there is none. */
  private Optional<LayerVersion> read(long number) throws IOException, LayerServiceException {
    Optional<VersionFile> file = VersionFile.read(folder(number).resolve(Places.VERSION_FILE));
    if (file.isEmpty() && Files.exists(folder(number))) {
      throw new LayerServiceException(
          Fault.UNAVAILABLE, "damaged: " + folder(number) + " holds no " + Places.VERSION_FILE);
    }
    return file.map(found -> version(number, found));
  }

  LayerVersion version(long number, VersionFile file) {
    return new LayerVersion(
        region,
        layer,
        number,
        Places.baseArn(region, layer) + ":" + number,
        file.description(),
        file.architectures(),
        file.runtimes());
  }

  /** The digest of the zip as it lies there now, whatever was written of it. */
  LayerCode code(long number) throws IOException, LayerServiceException {
    Path zip = folder(number).resolve(Places.zip(layer));
    try {
      return new LayerCode(Digest.SHA256.of(zip), Files.size(zip));
    } catch (NoSuchFileException e) {
      // Asked for by trying: another publisher may remove a version at any moment.
      throw notThere(zip, e);
    }
  }

  /** Copies the zip as it lies there now; a copy that is not whole is removed. */
  void copy(long number, Path target, LongConsumer copied)
      throws IOException, LayerServiceException {
    Path zip = folder(number).resolve(Places.zip(layer));
    boolean whole = false;
    try (InputStream in = Files.newInputStream(zip)) {
      try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          out.write(buffer, 0, read);
          copied.accept(read);
        }
        whole = true;
      } finally {
        if (!whole) {
          Files.deleteIfExists(target);
        }
      }
    } catch (NoSuchFileException e) {
      throw notThere(zip, e);
    }
  }

  private static LayerServiceException notThere(Path zip, NoSuchFileException cause) {
    return new LayerServiceException(Fault.NOT_FOUND, zip + " does not exist", cause);
  }

  /**
   * Makes a staged folder a version, all at once. Where another took the number first, that one is
   * compared with this before the next number is tried.
   *
   * @param staged complete
   * @param sha256 of the zip in it
   * @param first the number to try first
   * @param after the number to try after one that turned out to be taken
   * @return the number of the version that holds these bytes
   */
  long appear(Path staged, String sha256, long first, LongUnaryOperator after)
      throws IOException, LayerServiceException {
    long number = first;
    while (true) {
      try {
        Files.move(staged, folder(number), ATOMIC_MOVE);
        return number;
      } catch (FileSystemException e) {
        if (!isTaken(number, e)) {
          throw e;
        }
        if (holds(number, sha256)) {
          return number;
        }
        number = after.applyAsLong(number);
      }
    }
  }

  private boolean isTaken(long number, FileSystemException e) {
    return e instanceof FileAlreadyExistsException
        || Files.exists(folder(number), LinkOption.NOFOLLOW_LINKS);
  }

  private boolean holds(long number, String sha256) throws IOException, LayerServiceException {
    try {
      return code(number).sha256().equals(sha256);
    } catch (LayerServiceException e) {
      if (e.fault() == Fault.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  /** Removes a version; its number stays taken. */
  void remove(long number) throws IOException {
    if (!Files.exists(folder(number), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Path mark = home().resolve(Places.DELETED + number);
    if (Files.notExists(mark)) {
      Files.createFile(mark);
    }
    Path removed = home().resolve(Places.REMOVED + UUID.randomUUID());
    Files.move(folder(number), removed, ATOMIC_MOVE);
    Removal.remove(removed);
  }

  /** All versions, lowest first. */
  List<LayerVersion> all() throws IOException, LayerServiceException {
    List<LayerVersion> versions = new ArrayList<>();
    for (long number : numbers()) {
      read(number).ifPresent(versions::add);
    }
    return versions;
  }
}
