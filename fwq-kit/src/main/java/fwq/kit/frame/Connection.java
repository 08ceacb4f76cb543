package fwq.kit.frame;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.net.TimedSocket;
import fwq.kit.tls.ServerTls;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** A server's end of one connection: requests in, replies out, each within its time. */
final class Connection implements AutoCloseable {
  /** How long, and how much, a peer may still send after it was refused. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  private static final int LINGER_BYTES_MAX = 1 << 20;

  /** The type of the record that every TLS connection begins with. */
  private static final int TLS_HANDSHAKE = 22;

  private final TimedSocket timed;
  private final FrameServer.Limits limits;

  /** The TCP socket, or the TLS socket over it. */
  private Socket socket;

  private InputStream in;
  private volatile boolean waitsForPeer;
  private volatile long deadlineNanos;

  Connection(TimedSocket socket, FrameServer.Limits limits) throws IOException {
    this.timed = socket;
    this.limits = limits;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  InetAddress peer() {
    return timed.getInetAddress();
  }

  /**
   * Shakes hands; false when the peer left without a word, as those do who only look whether a port
   * is open.
   *
   * @throws BadMessageException when the peer does not speak TLS; it can be told so in a frame
   */
  boolean secure(ServerTls tls) throws IOException, BadMessageException {
    timed.allow(limits.frame());
    waitForPeer(limits.frame());
    try {
      int first = timed.getInputStream().read();
      if (first < 0) {
        return false;
      }
      if (first != TLS_HANDSHAKE) {
        throw new BadMessageException(
            "TLS 1.3 is spoken here, and what came is not TLS; if you gave --plaintext, leave it"
                + " out");
      }
      // TLS says a little after its handshake, which must not hold the first reply up.
      timed.setTcpNoDelay(true);
      SSLSocket secured = tls.over(timed, (byte) first);
      secured.startHandshake();
      socket = secured;
      // Its records are buffer enough.
      in = secured.getInputStream();
      return true;
    } finally {
      waitsForPeer = false;
    }
  }

  /** The next request, or nothing when the peer has said all. */
  Optional<byte[]> request() throws IOException, BadMessageException {
    timed.allow(limits.idle());
    // TLS may also write while it reads, for example when the peer wants fresh keys.
    waitForPeer(limits.idle().plus(limits.frame()));
    try {
      return Frames.read(in, () -> timed.allow(limits.frame()));
    } finally {
      waitsForPeer = false;
    }
  }

  void reply(byte[] content) throws IOException {
    waitForPeer(limits.frame());
    try {
      Frames.write(socket.getOutputStream(), content);
    } finally {
      waitsForPeer = false;
    }
  }

  private void waitForPeer(Duration limit) {
    deadlineNanos = System.nanoTime() + limit.toNanos();
    waitsForPeer = true;
  }

  /** The last thing said: why this connection ends. */
  void refuse(ErrorReply why) throws IOException {
    reply(why.toBytes());
    socket.shutdownOutput();
    // What is unread when a socket closes resets the connection, and the peer may never see why.
    timed.allow(LINGER);
    byte[] rest = new byte[8_192];
    int left = LINGER_BYTES_MAX;
    int count = 0;
    InputStream unread = socket.getInputStream();
    while (left > 0 && count >= 0) {
      count = unread.read(rest, 0, rest.length);
      left -= count;
    }
  }

  /** Drops a peer that does not take what is said: a socket's writes have no timeout of theirs. */
  void dropIfStuck() throws IOException {
    if (waitsForPeer && deadlineNanos - System.nanoTime() < 0) {
      drop();
    }
  }

  /** Ends it from another thread, without the goodbye of TLS, which would wait for the peer. */
  void drop() throws IOException {
    timed.close();
  }

  @Override
  public void close() throws IOException {
    waitForPeer(limits.frame());
    socket.close();
  }
}
