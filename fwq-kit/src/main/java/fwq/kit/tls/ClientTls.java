package fwq.kit.tls;

import fwq.kit.net.HostPort;
import fwq.kit.net.TimedSocket;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** A client's side of TLS 1.3. */
public final class ClientTls {
  /** Sessions that may be resumed, instead of a whole handshake. */
  private static final int SESSIONS_MAX = 100;

  /** Of a client that has no key to prove. */
  private static final ClientTls NOBODY = new ClientTls(null);

  private final SSLContext context;

  private ClientTls(KeyManager[] keys) {
    context = context(keys);
  }

  /** Of a client that nobody asks who it is. */
  public static ClientTls nobody() {
    return NOBODY;
  }

  /** Of a client that proves this key to servers that ask for one. */
  static ClientTls of(PrivateKey key, X509Certificate certificate) {
    return new ClientTls(new KeyManager[] {new OneKey(key, certificate)});
  }

  private static SSLContext context(KeyManager[] keys) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keys, new TrustManager[] {new AnyCertificate()}, null);
      context.getClientSessionContext().setSessionCacheSize(SESSIONS_MAX);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS 1.3", e);
    }
  }

  /**
   * Lays TLS over a connection, shakes hands, and asks whether the peer's key is to be trusted.
   *
   * @throws UntrustedPeerException when it is not, or when the peer does not speak TLS
   */
  public SSLSocket over(TimedSocket socket, HostPort peer, Trust trust) throws IOException {
    SSLSocket tls =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(socket, peer.host(), peer.port(), /* autoClose= */ true);
    tls.setEnabledProtocols(new String[] {"TLSv1.3"});
    try {
      tls.startHandshake();
    } catch (SSLException e) {
      if (socket.heardFrame()) {
        throw new UntrustedPeerException(
            "the server at "
                + peer
                + " does not speak TLS, which was expected, so nothing was sent; if it was started"
                + " with --plaintext on purpose, give --plaintext here too",
            e);
      }
      throw e;
    }
    X509Certificate certificate = (X509Certificate) tls.getSession().getPeerCertificates()[0];
    trust.check(peer, KeyPin.of(certificate.getPublicKey()));
    return tls;
  }
}
