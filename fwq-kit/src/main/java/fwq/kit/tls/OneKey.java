package fwq.kit.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * A program's one key and its certificate, as a server's or a client's. A key store would have a
 * password, and so derive a key from that at each start, twice and for a fifth of a second, to hide
 * this one from its owner.
 */
final class OneKey extends X509ExtendedKeyManager {
  private static final String ALIAS = "key";

  private final PrivateKey key;
  private final X509Certificate certificate;

  /**
   * A key and its certificate.
   *
   * @throws IllegalArgumentException when the certificate is of another kind of key
   */
  OneKey(PrivateKey key, X509Certificate certificate) {
    if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
      throw new IllegalArgumentException(
          "the certificate is of a key for "
              + certificate.getPublicKey().getAlgorithm()
              + ", and this key is for "
              + key.getAlgorithm());
    }
    this.key = key;
    this.certificate = certificate;
  }

  private boolean isOf(String keyType) {
    return certificate.getPublicKey().getAlgorithm().equals(keyType);
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return isOf(keyType) ? ALIAS : null;
  }

  @Override
  public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
    return isOf(keyType) ? ALIAS : null;
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    return isOf(keyType) ? new String[] {ALIAS} : null;
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return key;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return new X509Certificate[] {certificate};
  }

  @Override
  public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    return Arrays.stream(keyTypes).anyMatch(this::isOf) ? ALIAS : null;
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return isOf(keyType) ? new String[] {ALIAS} : null;
  }
}
