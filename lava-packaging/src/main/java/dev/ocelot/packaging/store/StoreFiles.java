package dev.ocelot.packaging.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The writes of the store, apart so that a disk that fails can be put in their place. */
interface StoreFiles {
  /** Writes to the disk. */
  StoreFiles DISK =
      new StoreFiles() {
        @Override
        public void write(Path file, byte[] bytes) throws IOException {
          Files.write(file, bytes);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
      };

  /** Writes a whole file. */
  void write(Path file, byte[] bytes) throws IOException;

  /** Renames in one step; an existing file is replaced, a filled folder is not. */
  void move(Path from, Path to) throws IOException;
}
