package fwq.common.net;

import fwq.common.message.ErrorReply;
import fwq.common.message.RegistryReply;
import fwq.common.wire.BadMessageException;
import fwq.common.wire.Frames;
import fwq.common.wire.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** A server's end of one connection: requests in, replies out, each within its time. */
final class Connection implements AutoCloseable {
  /** How long, and how much, a peer may still send after it was refused. */
  private static final Duration LINGER = Duration.ofSeconds(1);

  private static final int LINGER_BYTES_MAX = 1 << 20;

  private final Socket socket;
  private final FrameServer.Limits limits;
  private final TimedInput timed;
  private final InputStream in;
  private volatile boolean replying;
  private volatile long replyDeadlineNanos;

  Connection(Socket socket, FrameServer.Limits limits) throws IOException {
    this.socket = socket;
    this.limits = limits;
    this.timed = new TimedInput(socket);
    this.in = new BufferedInputStream(timed);
  }

  InetAddress peer() {
    return socket.getInetAddress();
  }

  /** The next request, or nothing when the peer has said all. */
  Optional<byte[]> request() throws IOException, BadMessageException {
    timed.allow(limits.idle());
    return Frames.read(in, () -> timed.allow(limits.frame()));
  }

  void reply(byte[] content) throws IOException {
    replyDeadlineNanos = System.nanoTime() + limits.frame().toNanos();
    replying = true;
    try {
      Frames.write(socket.getOutputStream(), content);
    } finally {
      replying = false;
    }
  }

  /** The last thing said: why this connection ends. */
  void refuse(ErrorReply why) throws IOException {
    RegistryReply reply = why;
    reply(Json.write(reply));
    socket.shutdownOutput();
    // What is unread when a socket closes resets the connection, and the peer may never see why.
    timed.allow(LINGER);
    byte[] rest = new byte[8_192];
    int left = LINGER_BYTES_MAX;
    int count = 0;
    while (left > 0 && count >= 0) {
      count = timed.read(rest, 0, rest.length);
      left -= count;
    }
  }

  /** Drops a peer that does not take its reply: a socket's writes have no timeout of their own. */
  void dropIfStuck() throws IOException {
    if (replying && replyDeadlineNanos - System.nanoTime() < 0) {
      close();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
