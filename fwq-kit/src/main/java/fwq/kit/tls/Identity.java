package fwq.kit.tls;

import fwq.kit.file.OwnerOnly;
import fwq.kit.json.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who a server is to those who connect: a key for good, such as in {@code registry.key}, and a
 * certificate for a while, in {@code registry.crt}, which can be given to clients. The certificate
 * is renewed with the same key. For one thread.
 */
public final class Identity {
  /** So long before its end a certificate is replaced. */
  static final Duration RENEWAL = Duration.ofDays(30);

  private final Path certificateFile;
  private final KeyPair key;
  private final Server server;
  private final SecureRandom random;
  private final ServerTls tls;
  private X509Certificate certificate;

  /**
   * What a certificate is for.
   *
   * @param name the server's, such as {@code registry}, of which its files have theirs
   * @param hosts names and IP addresses that it is reached by, at least one
   * @param lifetime how long a certificate lasts
   */
  public record Server(String name, List<String> hosts, Duration lifetime) {
    /** Takes a copy of the hosts. */
    public Server {
      hosts = List.copyOf(hosts);
    }

    /** Whom certificates name. */
    public String distinguishedName() {
      return "CN=FWQ " + name;
    }
  }

  private Identity(
      Path certificateFile,
      KeyPair key,
      Server server,
      SecureRandom random,
      X509Certificate certificate) {
    this.certificateFile = certificateFile;
    this.key = key;
    this.server = server;
    this.random = random;
    this.certificate = certificate;
    this.tls = new ServerTls(key.getPrivate(), certificate);
  }

  /**
   * Reads key and certificate, and makes what is missing. A certificate that has another key, lacks
   * one of the hosts, cannot be read or ends soon is replaced: it can always be made again.
   *
   * @param data the folder they are in
   * @throws IOException with a sentence that names the file
   */
  public static Identity open(Path data, Server server, Instant now, SecureRandom random)
      throws IOException {
    KeyPair key = KeyFile.loadOrCreate(data.resolve(server.name() + ".key"), random);
    Path file = data.resolve(server.name() + ".crt");
    Optional<X509Certificate> old =
        read(file).filter(it -> isFor(it, key, server.hosts()) && lasts(it, now));
    X509Certificate certificate =
        old.orElseGet(() -> SelfSigned.certificate(server, key, now, random));
    if (old.isEmpty()) {
      write(file, certificate);
    }
    return new Identity(file, key, server, random, certificate);
  }

  /** Whether this is a host name or an IP address, which a certificate can be for. */
  public static boolean isHost(String text) {
    return Hosts.isHost(text);
  }

  /** Whose it is. */
  public Server server() {
    return server;
  }

  /** For the server. */
  public ServerTls tls() {
    return tls;
  }

  /** For a client that proves this key to servers that ask for one. */
  public ClientTls asClient() {
    return ClientTls.of(key.getPrivate(), certificate);
  }

  /** What clients know the server by. */
  public KeyPin pin() {
    return KeyPin.of(key.getPublic());
  }

  /** The private half of the key, as PEM. */
  public Secret privateKey() {
    return new Secret(Pem.write("PRIVATE KEY", key.getPrivate().getEncoded()));
  }

  /** The certificate that is shown now, as PEM. */
  public String certificate() {
    return pem(certificate);
  }

  /** The end of the certificate that is shown now. */
  public Instant until() {
    return certificate.getNotAfter().toInstant();
  }

  /**
   * Renews the certificate if it ends soon; says whether it did.
   *
   * @throws IOException with a sentence, when the new one cannot be kept; it is shown all the same
   */
  public boolean renewIfDue(Instant now) throws IOException {
    if (lasts(certificate, now)) {
      return false;
    }
    certificate = SelfSigned.certificate(server, key, now, random);
    tls.show(key.getPrivate(), certificate);
    write(certificateFile, certificate);
    return true;
  }

  private static boolean lasts(X509Certificate certificate, Instant now) {
    return certificate.getNotAfter().toInstant().minus(RENEWAL).isAfter(now);
  }

  private static boolean isFor(X509Certificate certificate, KeyPair key, List<String> hosts) {
    try {
      Set<String> named = new HashSet<>();
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      for (List<?> kindAndName : names == null ? List.<List<?>>of() : names) {
        named.add(Hosts.canonical(kindAndName.get(1).toString()));
      }
      return certificate.getPublicKey().equals(key.getPublic())
          && named.containsAll(hosts.stream().map(Hosts::canonical).toList());
    } catch (CertificateParsingException e) {
      return false;
    }
  }

  private static Optional<X509Certificate> read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(bytes)));
    } catch (IOException | CertificateException e) {
      // Not there, or damaged: another is made.
      return Optional.empty();
    }
  }

  private static void write(Path file, X509Certificate certificate) throws IOException {
    try {
      OwnerOnly.replace(file, pem(certificate));
      // Nothing in it is secret, and clients are to have it.
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    } catch (IOException e) {
      throw new IOException(
          "the certificate file "
              + file
              + " cannot be written; give another folder with --data DIR",
          e);
    }
  }

  private static String pem(X509Certificate certificate) {
    try {
      return Pem.write("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("it was decoded from what is to be encoded", e);
    }
  }
}
