package fwq.trials.siege;

import fwq.kit.net.HostPort;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Strangers who each hold a connection and send a byte a second: half of them inside the TLS
 * handshake, half inside a request. Who is thrown out comes back at once.
 */
final class Dribblers implements AutoCloseable {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int BYTE_PAUSE_MILLIS = 1_000;

  /** The beginning of what a TLS client says first. */
  private static final byte[] HELLO = {0x16, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3};

  /** A frame of 1,000 bytes begins so. */
  private static final byte[] FRAME = {0, 0, 3, (byte) 0xe8, '{', '"', 't', 'y', 'p', 'e'};

  private final HostPort registry;
  private final SSLContext anybody;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger thrownOut = new AtomicInteger();

  Dribblers(HostPort registry, int count) throws GeneralSecurityException {
    this.registry = registry;
    anybody = SSLContext.getInstance("TLSv1.3");
    anybody.init(null, new TrustManager[] {new Gullible()}, new SecureRandom());
    for (int i = 0; i < count; i++) {
      boolean inRequest = i % 2 == 0;
      Thread.ofVirtual().start(() -> comeBackUntilTheEnd(inRequest));
    }
  }

  /** Connections at this moment. */
  int open() {
    return open.size();
  }

  /** How often one was thrown out. */
  int thrownOut() {
    return thrownOut.get();
  }

  private void comeBackUntilTheEnd(boolean inRequest) {
    try {
      while (end.getCount() > 0) {
        try (Socket socket = new Socket()) {
          socket.connect(new InetSocketAddress(registry.host(), registry.port()), CONNECT_MILLIS);
          open.add(socket);
          try {
            dribble(socket, inRequest);
          } finally {
            open.remove(socket);
          }
        } catch (IOException e) {
          thrownOut.incrementAndGet();
          end.await(BYTE_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dribble(Socket socket, boolean inRequest) throws IOException, InterruptedException {
    if (!inRequest) {
      send(socket.getOutputStream(), HELLO);
      return;
    }
    try (SSLSocket tls =
        (SSLSocket)
            anybody
                .getSocketFactory()
                .createSocket(socket, registry.host(), registry.port(), true)) {
      socket.setSoTimeout(CONNECT_MILLIS);
      tls.startHandshake();
      send(tls.getOutputStream(), FRAME);
    }
  }

  private void send(OutputStream out, byte[] beginning) throws IOException, InterruptedException {
    for (int sent = 0; ; sent++) {
      out.write(sent < beginning.length ? beginning[sent] : ' ');
      out.flush();
      if (end.await(BYTE_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }

  @Override
  public void close() {
    end.countDown();
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is gone already.
      }
    }
  }

  /** An attacker does not care who the registry is. */
  private static final class Gullible implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
