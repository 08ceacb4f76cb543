package fwq.common.signing;

import fwq.kit.file.OwnerOnly;
import fwq.kit.file.UnsafeFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** 32 random bytes, alone in a file of mode 600 or among others in a {@link KeyringFile}. */
public final class SharedSecret {
  private static final int BYTES = 32;
  private static final int FILE_BYTES_MAX = 1_024;
  private static final int ID_BYTES = 4;

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
   * @throws IOException with a sentence that names the file, also when others could have read it
   */
  public static SharedSecret loadOrCreate(Path file, SecureRandom random) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      OwnerOnly.folder(folder);
    } catch (IOException e) {
      throw new IOException(
          "the folder " + folder + " cannot be made; give another with --data DIR", e);
    }
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      create(file, random);
    }
    try {
      return of(Base64.getDecoder().decode(OwnerOnly.read(file, "secret", FILE_BYTES_MAX).strip()));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "the secret file "
              + file
              + " does not hold 32 bytes as base64; delete it and restart registry and engine",
          e);
    } catch (UnsafeFileException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "the secret file " + file + " cannot be read; give another with --secret FILE", e);
    }
  }

  /** One that is new. */
  static SharedSecret random(SecureRandom random) {
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    return new SharedSecret(fresh);
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    try {
      OwnerOnly.create(file, Base64.getEncoder().encodeToString(random(random).bytes) + "\n");
    } catch (FileAlreadyExistsException e) {
      // Another program was faster; its secret is the one.
    } catch (IOException e) {
      throw new IOException(
          "the secret file " + file + " cannot be written; give another with --secret FILE", e);
    }
  }

  /** A copy of the bytes, for signing tickets. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** What tells it from others, and nothing of it: 8 hexadecimal digits. */
  public String id() {
    byte[] id = Hmac.derive(this, "fwq key id 1".getBytes(StandardCharsets.UTF_8)).key();
    return HexFormat.of().formatHex(Arrays.copyOf(id, ID_BYTES));
  }

  @Override
  public String toString() {
    return "***";
  }
}
