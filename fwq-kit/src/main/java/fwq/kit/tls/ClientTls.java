package fwq.kit.tls;

import fwq.kit.net.HostPort;
import fwq.kit.net.TimedSocket;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A client's side of TLS 1.3. */
public final class ClientTls {
  /** Sessions that may be resumed, instead of a whole handshake. */
  private static final int SESSIONS_MAX = 100;

  private static final SSLContext CONTEXT = context();

  private ClientTls() {}

  private static SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, new TrustManager[] {new AnyCertificate()}, null);
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
  public static SSLSocket over(TimedSocket socket, HostPort peer, Trust trust) throws IOException {
    SSLSocket tls =
        (SSLSocket)
            CONTEXT
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

  /**
   * Lets any certificate through the handshake, in which the peer proves that it has the
   * certificate's key. Whether that key is the right one is asked right after, before a byte is
   * sent.
   *
   * <p>The certificate's host names and dates are not looked at: they are the peer's own word. A
   * stranger can write any name into a certificate of his own, but cannot have the key; and a
   * server that moved to another name or address is still the same.
   */
  private static final class AnyCertificate extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
