package fwq.kit.frame;

import fwq.kit.json.BadMessageException;
import fwq.kit.json.ErrorReply;
import fwq.kit.net.TimedSocket;
import fwq.kit.tls.KeyPin;
import fwq.kit.tls.ServerTls;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
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

  /** The most bytes that a stranger's frame can have. */
  static final int STRANGER_FRAME_BYTES_MAX = 8 * 1024;

  /** The type of the record that every TLS connection begins with. */
  private static final int TLS_HANDSHAKE = 22;

  /** What a frame begins with: its length is far below 16 MB. */
  private static final int FRAME = 0;

  private final TimedSocket timed;
  private final FrameServer.Limits limits;
  private final Strangers strangers;
  private final long openedNanos = System.nanoTime();
  private final HeapShare memory;

  /** The TCP socket, or the TLS socket over it. */
  private Socket socket;

  private InputStream in;
  private volatile boolean waitsForPeer;
  private volatile long deadlineNanos;

  /**
   * The connection over that socket.
   *
   * @param strangers among whom it is until it has asked for something
   */
  Connection(TimedSocket socket, FrameServer.Limits limits, Strangers strangers)
      throws IOException {
    this.timed = socket;
    this.limits = limits;
    this.strangers = strangers;
    this.socket = socket;
    this.memory = new HeapShare(socket.getInetAddress());
    // No buffer: who is silent must not have one.
    this.in = socket.getInputStream();
  }

  /** There is no memory left for what this peer sends, or is to be sent. */
  static final class CrowdedException extends IOException {
    private static final long serialVersionUID = 1L;

    CrowdedException() {
      super("too much is being sent to and from this server just now; try again in a few seconds");
    }
  }

  InetAddress peer() {
    return timed.getInetAddress();
  }

  /** What the peer has proved to have over TLS, if it was asked. */
  Optional<KeyPin> key() {
    return socket instanceof SSLSocket secured ? ServerTls.keyOf(secured) : Optional.empty();
  }

  /**
   * Shakes hands; false when the peer left without a word, as those do who only look whether a port
   * is open.
   *
   * @param handler says whether the peer is asked to prove a key, and whether it may do without TLS
   * @throws BadMessageException when the peer does not speak TLS; it can be told so in a frame
   */
  boolean secure(ServerTls tls, FrameServer.Handler handler)
      throws IOException, BadMessageException {
    timed.allow(limits.frame());
    waitForPeer(limits.frame());
    try {
      int first = timed.getInputStream().read();
      if (first < 0) {
        return false;
      }
      if (first == FRAME && handler.answersWithoutTls(peer())) {
        PushbackInputStream whole = new PushbackInputStream(in, 1);
        whole.unread(first);
        in = whole;
        return true;
      }
      if (first != TLS_HANDSHAKE) {
        throw new BadMessageException(
            "TLS 1.3 is spoken here, and what came is not TLS; if you gave --plaintext, leave it"
                + " out");
      }
      if (!memory.take(HeapShare.HANDSHAKE_BYTES)) {
        throw new IOException("too many others are shaking hands");
      }
      // TLS says a little after its handshake, which must not hold the first reply up.
      timed.setTcpNoDelay(true);
      SSLSocket secured = tls.over(timed, (byte) first);
      secured.setWantClientAuth(handler.asksForKey());
      secured.startHandshake();
      socket = secured;
      // Its records are buffer enough.
      in = secured.getInputStream();
      return true;
    } finally {
      memory.giveBack();
      waitsForPeer = false;
    }
  }

  /**
   * The next request, or nothing when the peer has said all.
   *
   * @param known whether the peer has shown who it is, or need not
   * @param first whether it has not asked for anything yet
   */
  Optional<byte[]> request(boolean known, boolean first) throws IOException, BadMessageException {
    Duration patience = known && !first ? limits.idle() : shorter(limits.idle(), strangersTime());
    timed.allow(patience);
    // TLS may also write while it reads, for example when the peer wants fresh keys.
    waitForPeer(patience.plus(limits.frame()));
    try {
      int begin = in.read();
      if (begin < 0) {
        return Optional.empty();
      }
      timed.allow(limits.frame());
      int bytesMax = known ? Frames.FRAME_BYTES_MAX : STRANGER_FRAME_BYTES_MAX;
      int length = Frames.length(in, begin, bytesMax);
      hold(length);
      byte[] content = Frames.content(in, length);
      if (first) {
        strangers.remove(this);
      }
      return Optional.of(content);
    } finally {
      waitsForPeer = false;
    }
  }

  private Duration strangersTime() {
    return limits.stranger().minus(age());
  }

  /** How long it has been there. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - openedNanos);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void hold(long bytes) throws CrowdedException {
    if (bytes > HeapShare.SMALL_BYTES && !memory.take(bytes)) {
      throw new CrowdedException();
    }
  }

  /** Replies to the request, of which nothing is held from then on. */
  void reply(byte[] content) throws IOException {
    waitForPeer(limits.frame());
    try {
      // Once as it is, and once with its length before it.
      hold(2L * content.length);
      Frames.write(socket.getOutputStream(), content);
    } finally {
      memory.giveBack();
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
    byte[] rest = new byte[HeapShare.SMALL_BYTES];
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
    memory.giveBack();
    waitForPeer(limits.frame());
    socket.close();
  }
}
