package fwq.web;

import fwq.kit.file.OwnerOnly;
import fwq.kit.file.UnsafeFileException;
import fwq.kit.program.Failure;
import fwq.kit.tls.Pem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate and its key in PEM files, which somebody else renews. For one thread. */
final class CertificateFiles {
  private static final List<String> KEYS = List.of("EC", "RSA", "EdDSA");
  private static final char[] NO_PASSWORD = new char[0];

  private final Path certificate;
  private final Path key;
  private FileTime readAt;

  private CertificateFiles(Path certificate, Path key) {
    this.certificate = certificate;
    this.key = key;
  }

  /** Files that can be used now. */
  static CertificateFiles read(Path certificate, Path key) throws Failure {
    CertificateFiles files = new CertificateFiles(certificate, key);
    files.context();
    return files;
  }

  /**
   * What the files hold now.
   *
   * @throws Failure with a sentence that names the file
   */
  SSLContext context() throws Failure {
    try {
      readAt = Files.getLastModifiedTime(certificate);
      OwnerOnly.check(key, "key");
      return context(Files.readString(certificate), Files.readString(key));
    } catch (UnsafeFileException e) {
      throw new Failure(e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure(
          "the files " + certificate + " and " + key + " cannot be read; see --cert and --key", e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Failure(
          "the files "
              + certificate
              + " and "
              + key
              + " are no certificate and its key in PEM ("
              + e.getMessage()
              + "); a key of another form becomes one with: openssl pkcs8 -topk8 -nocrypt",
          e);
    }
  }

  /** What they hold, if that was changed since the last look. */
  Optional<SSLContext> renewed() throws Failure {
    try {
      return Files.getLastModifiedTime(certificate).equals(readAt)
          ? Optional.empty()
          : Optional.of(context());
    } catch (IOException e) {
      throw new Failure("the file " + certificate + " cannot be read", e);
    }
  }

  /** A server's side of TLS with this certificate, those above it, and this key. */
  static SSLContext context(String certificatePem, String keyPem) throws GeneralSecurityException {
    Certificate[] chain =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(certificatePem.getBytes(StandardCharsets.US_ASCII)))
            .toArray(Certificate[]::new);
    if (chain.length == 0) {
      throw new IllegalArgumentException("there is no certificate");
    }
    byte[] encoded =
        Pem.read("PRIVATE KEY", keyPem)
            .orElseThrow(() -> new IllegalArgumentException("there is no PRIVATE KEY"));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, NO_PASSWORD);
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read here", e);
    }
    store.setKeyEntry("web", privateKey(encoded), NO_PASSWORD, chain);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, NO_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static PrivateKey privateKey(byte[] encoded) throws GeneralSecurityException {
    for (String kind : KEYS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      } catch (GeneralSecurityException e) {
        // Another kind, then.
      }
    }
    throw new IllegalArgumentException("the key is neither EC, RSA nor EdDSA");
  }
}
