package fwq.kit.tls;

import fwq.kit.file.OwnerOnly;
import fwq.kit.file.UnsafeFileException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/**
 * A server's TLS key, EC P-256, as PEM in a file of mode 600: the private half (PKCS#8) and the
 * public half. It is what clients know the server by, so it is made once and never replaced.
 */
final class KeyFile {
  private static final int FILE_BYTES_MAX = 16 * 1024;
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private KeyFile() {}

  /**
   * Reads the key, or makes it on first start. Of two programs that start at once, the first wins.
   *
   * @throws IOException with a sentence that names the file
   */
  static KeyPair loadOrCreate(Path file, SecureRandom random) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      create(file, random);
    }
    return load(file, random);
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      KeyPair pair = generator.generateKeyPair();
      OwnerOnly.folder(file.toAbsolutePath().getParent());
      OwnerOnly.create(
          file,
          Pem.write(PRIVATE, pair.getPrivate().getEncoded())
              + Pem.write(PUBLIC, pair.getPublic().getEncoded()));
    } catch (FileAlreadyExistsException e) {
      // Another program was faster, or the folder is none, which is told when the file is read.
    } catch (IOException e) {
      throw new IOException(
          "the key file " + file + " cannot be written; give another folder with --data DIR", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has P-256", e);
    }
  }

  private static KeyPair load(Path file, SecureRandom random) throws IOException {
    try {
      return decode(OwnerOnly.read(file, "key", FILE_BYTES_MAX), random);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(
          "the key file "
              + file
              + " does not hold an EC key pair as PEM; restore it from a copy, or delete it for a"
              + " new key, which every client must then be told to trust",
          e);
    } catch (UnsafeFileException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "the key file " + file + " cannot be read; give another folder with --data DIR", e);
    }
  }

  private static KeyPair decode(String pem, SecureRandom random) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("EC");
    PrivateKey secret =
        factory.generatePrivate(
            new PKCS8EncodedKeySpec(Pem.read(PRIVATE, pem).orElseThrow(KeyFile::missing)));
    PublicKey open =
        factory.generatePublic(
            new X509EncodedKeySpec(Pem.read(PUBLIC, pem).orElseThrow(KeyFile::missing)));
    // Halves of two keys would fail every handshake; better to say so at the start.
    byte[] words = {1, 2, 3};
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(secret, random);
    signature.update(words);
    byte[] signed = signature.sign();
    signature.initVerify(open);
    signature.update(words);
    if (!signature.verify(signed)) {
      throw new IllegalArgumentException("the halves are of two keys");
    }
    return new KeyPair(open, secret);
  }

  private static IllegalArgumentException missing() {
    return new IllegalArgumentException("a half is missing");
  }
}
