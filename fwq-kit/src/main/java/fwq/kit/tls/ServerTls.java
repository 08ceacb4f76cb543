package fwq.kit.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** A server's side of TLS 1.3: its key, and the certificate that it shows just now. */
public final class ServerTls {
  /** Sessions that a client may resume, instead of a whole handshake. */
  private static final int SESSIONS_MAX = 1_000;

  private static final int SESSION_SECONDS_MAX = 600;

  private volatile SSLContext context;

  /** Shows this certificate, which is of this key. */
  public ServerTls(PrivateKey key, X509Certificate certificate) {
    show(key, certificate);
  }

  /** From now on, new connections are shown this certificate. */
  public void show(PrivateKey key, X509Certificate certificate) {
    try {
      SSLContext fresh = SSLContext.getInstance("TLSv1.3");
      fresh.init(
          new KeyManager[] {new OneKey(key, certificate)},
          new TrustManager[] {new AnyCertificate()},
          null);
      SSLSessionContext sessions = fresh.getServerSessionContext();
      sessions.setSessionCacheSize(SESSIONS_MAX);
      sessions.setSessionTimeout(SESSION_SECONDS_MAX);
      context = fresh;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java speaks TLS 1.3", e);
    }
  }

  /** The key that a client has proved to have in the handshake, if it was asked and has one. */
  public static Optional<KeyPin> keyOf(SSLSocket tls) {
    try {
      X509Certificate shown = (X509Certificate) tls.getSession().getPeerCertificates()[0];
      return Optional.of(KeyPin.of(shown.getPublicKey()));
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  /** Lays TLS over a connection of which this first byte was read; no handshake yet. */
  public SSLSocket over(Socket socket, byte first) throws IOException {
    ByteArrayInputStream consumed = new ByteArrayInputStream(new byte[] {first});
    SSLSocket tls =
        (SSLSocket)
            context.getSocketFactory().createSocket(socket, consumed, /* autoClose= */ true);
    tls.setEnabledProtocols(new String[] {"TLSv1.3"});
    return tls;
  }
}
