package fwq.kit.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
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

/**
 * A certificate that a server signs for itself. Pure: time and chance are arguments.
 *
 * <p>Apart from all else, since Bouncy Castle's classes are slow to load, and seldom needed. And it
 * extends one of theirs: with that, it is not taken up into what makes starts fast, which would
 * load theirs at each start to check it, and keep the lists of signatures of their jars in memory.
 */
final class SelfSigned extends JcaX509v3CertificateBuilder {
  /** Clocks of clients may be behind. */
  private static final Duration SLACK = Duration.ofHours(1);

  private static final int SERIAL_BITS = 127;

  private SelfSigned(
      X500Name name, BigInteger serial, Instant now, Duration lifetime, KeyPair key) {
    super(
        name,
        serial,
        Date.from(now.minus(SLACK)),
        Date.from(now.plus(lifetime)),
        name,
        key.getPublic());
  }

  /**
   * A certificate from a little before now.
   *
   * @param key an EC key pair
   */
  static X509Certificate certificate(
      Identity.Server server, KeyPair key, Instant now, SecureRandom random) {
    X500Name name = new X500Name(server.distinguishedName());
    BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(0);
    GeneralName[] names =
        server.hosts().stream()
            .map(Hosts::canonical)
            .map(
                host ->
                    new GeneralName(
                        Hosts.isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
            .toArray(GeneralName[]::new);
    try {
      X509CertificateHolder signed =
          new SelfSigned(name, serial, now, server.lifetime(), key)
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
}
