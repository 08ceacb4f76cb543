package fwq.common.signing;

import fwq.kit.file.OwnerOnly;
import fwq.kit.file.UnsafeFileException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** A file of mode 600 with the keys of one purpose. Whoever reads it finds all of it, or none. */
public record KeyringFile(Path file) {
  private static final int FILE_BYTES_MAX = 16 * 1024;

  /**
   * The keys in it.
   *
   * @throws IOException with a sentence that names the file, also when others could have read it
   */
  public Keyring read() throws IOException {
    try {
      return Keyring.parse(OwnerOnly.read(file, "key", FILE_BYTES_MAX));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "the key file "
              + file
              + " does not hold keys, a line each (since when, and 32 bytes as base64); restore it"
              + " from a copy, or delete it for a new key and restart the programs",
          e);
    } catch (UnsafeFileException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "the key file "
              + file
              + " cannot be read; give another folder with --data DIR or --keys DIR",
          e);
    }
  }

  /** Whether it is there, in whatever state. */
  public boolean exists() {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Makes it with these keys, unless it is there. Of two programs that start at once, the first
   * wins.
   */
  void create(Keyring keys) throws IOException {
    try {
      OwnerOnly.folder(file.toAbsolutePath().getParent());
      OwnerOnly.create(file, keys.text());
    } catch (FileAlreadyExistsException e) {
      // Another program was faster, or the folder is none, which is told when the file is read.
    } catch (IOException e) {
      throw new IOException(
          "the key file "
              + file
              + " cannot be written; give another folder with --data DIR or"
              + " --keys DIR",
          e);
    }
  }

  /** Puts these keys where others may be. */
  public void replace(Keyring keys) throws IOException {
    try {
      OwnerOnly.replace(file, keys.text());
    } catch (IOException e) {
      throw new IOException("the key file " + file + " cannot be written", e);
    }
  }

  /** Another than before, when somebody has put others in its place. */
  Object version() throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return List.of(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
  }
}
