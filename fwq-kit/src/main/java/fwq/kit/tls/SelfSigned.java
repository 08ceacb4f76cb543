package fwq.kit.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates that a server signs for itself. Pure: time and chance are arguments. */
final class SelfSigned {
  /** Clocks of clients may be behind. */
  private static final Duration SLACK = Duration.ofHours(1);

  private static final Pattern HOST_NAME =
      Pattern.compile("(?=.{1,253}$)[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*");

  private static final int SERIAL_BITS = 127;

  private SelfSigned() {}

  /**
   * A certificate from a little before now.
   *
   * @param key an EC key pair
   */
  static X509Certificate certificate(
      Identity.Server server, KeyPair key, Instant now, SecureRandom random) {
    X500Name name = new X500Name(server.distinguishedName());
    GeneralName[] names =
        server.hosts().stream()
            .map(SelfSigned::canonical)
            .map(
                host ->
                    new GeneralName(
                        isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
            .toArray(GeneralName[]::new);
    try {
      X509CertificateHolder signed =
          new JcaX509v3CertificateBuilder(
                  name,
                  new BigInteger(SERIAL_BITS, random).setBit(0),
                  Date.from(now.minus(SLACK)),
                  Date.from(now.plus(server.lifetime())),
                  name,
                  key.getPublic())
              .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names))
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .setSecureRandom(random)
                      .build(key.getPrivate()));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(signed.getEncoded()));
    } catch (OperatorCreationException | CertificateException | IOException e) {
      throw new IllegalArgumentException("no certificate can be made with this key", e);
    }
  }

  /** Whether this is a host name or an IP address. */
  static boolean isHost(String text) {
    return isAddress(text) || HOST_NAME.matcher(text).matches();
  }

  /** A host as certificates write it: IPv6 addresses in full, names in small letters. */
  static String canonical(String host) {
    return isAddress(host)
        ? InetAddress.ofLiteral(host).getHostAddress()
        : host.toLowerCase(Locale.ROOT);
  }

  private static boolean isAddress(String host) {
    try {
      var _ = InetAddress.ofLiteral(host);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
