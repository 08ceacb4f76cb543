package fwq.visitor.crowd;

import fwq.kit.file.OwnerOnly;
import fwq.kit.file.UnsafeFileException;
import fwq.kit.json.Secret;
import fwq.kit.program.Failure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The password of guests who cannot type one.
 *
 * @param password the password
 * @param fresh whether it was made just now, so that nobody can be registered with it yet
 */
public record PasswordFile(Secret password, boolean fresh) {
  private static final int BYTES = 18;

  /** The password in this file, which someone else has written. */
  public static PasswordFile load(Path file) throws Failure {
    try {
      OwnerOnly.check(file, "password");
      String text = Files.readString(file).strip();
      if (text.isEmpty()) {
        throw new Failure("the password file " + file + " is empty; write a password into it");
      }
      return new PasswordFile(new Secret(text), false);
    } catch (UnsafeFileException e) {
      throw new Failure(e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure(
          "the password file " + file + " cannot be read; it should hold a password as UTF-8 text",
          e);
    }
  }

  /**
   * The password kept in {@code data/visitors/NAME.password}, which is made on first use, for the
   * owner's eyes only.
   */
  public static PasswordFile loadOrCreate(Path data, String name) throws Failure {
    Path file = data.resolve("visitors").resolve(name + ".password");
    if (Files.exists(file)) {
      return load(file);
    }
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    try {
      OwnerOnly.folder(file.getParent());
      Path draft =
          Files.createTempFile(
              file.getParent(),
              name,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try {
        Files.writeString(draft, text + "\n");
        // The file appears whole or not at all, and never in place of another.
        Files.createLink(file, draft);
      } finally {
        Files.delete(draft);
      }
      return new PasswordFile(new Secret(text), true);
    } catch (FileAlreadyExistsException e) {
      return load(file);
    } catch (IOException e) {
      throw new Failure(
          "the password file " + file + " cannot be written; give another folder with --data DIR",
          e);
    }
  }
}
