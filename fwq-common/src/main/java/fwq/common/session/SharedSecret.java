package fwq.common.session;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** 32 random bytes in a file of mode 600, which registry and engine share. */
public final class SharedSecret {
  private static final int BYTES = 32;

  private final byte[] bytes;

  private SharedSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A secret of these bytes, at least 32. */
  public static SharedSecret of(byte[] bytes) {
    if (bytes.length < BYTES) {
      throw new IllegalArgumentException("a shared secret has at least 32 bytes");
    }
    return new SharedSecret(bytes.clone());
  }

  /**
   * Reads the secret, or makes it on first start. When two programs start at once, both end up with
   * the same one: the file appears whole or not at all, and the first wins.
   *
   * @throws IOException with a sentence that names the file
   */
  public static SharedSecret loadOrCreate(Path file, SecureRandom random) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          "the folder " + folder + " cannot be made; give another with --data DIR", e);
    }
    if (!Files.exists(file)) {
      create(file, folder, random);
    }
    try {
      return of(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "the secret file "
              + file
              + " does not hold 32 bytes as base64; delete it and restart registry and engine",
          e);
    } catch (IOException e) {
      throw new IOException("the secret file " + file + " cannot be read", e);
    }
  }

  private static void create(Path file, Path folder, SecureRandom random) throws IOException {
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    Path draft = null;
    try {
      draft =
          Files.createTempFile(
              folder,
              "secret",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      // On the disk before it has its name: a power cut must not leave an empty secret.
      Files.writeString(
          draft,
          Base64.getEncoder().encodeToString(fresh) + "\n",
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another program was faster; its secret is the one.
    } catch (IOException e) {
      throw new IOException(
          "the secret file " + file + " cannot be written; give another with --secret FILE", e);
    } finally {
      if (draft != null) {
        Files.deleteIfExists(draft);
      }
    }
  }

  /** A copy of the bytes, for signing tickets. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "***";
  }
}
