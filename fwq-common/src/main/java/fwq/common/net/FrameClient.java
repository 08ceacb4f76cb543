package fwq.common.net;

import fwq.common.wire.BadMessageException;
import fwq.common.wire.Frames;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;

/** One connection to a {@link FrameServer}. Not for several threads at once. */
public final class FrameClient implements AutoCloseable {
  private final Socket socket;
  private final Duration timeout;
  private final TimedInput timed;
  private final InputStream in;

  private FrameClient(Socket socket, Duration timeout) throws IOException {
    this.socket = socket;
    this.timeout = timeout;
    this.timed = new TimedInput(socket);
    this.in = new BufferedInputStream(timed);
  }

  /**
   * Connects.
   *
   * @param timeout for the connection, and then for each reply
   */
  public static FrameClient connect(HostPort peer, Duration timeout) throws IOException {
    Socket socket = new Socket();
    try {
      InetSocketAddress address = new InetSocketAddress(peer.host(), peer.port());
      if (address.isUnresolved()) {
        throw new UnknownHostException("unknown host " + peer.host());
      }
      socket.connect(address, (int) timeout.toMillis());
      socket.setTcpNoDelay(true);
      return new FrameClient(socket, timeout);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * Sends a request and waits for its reply.
   *
   * @throws IOException when the peer is gone or too slow; the connection is then closed, so that a
   *     late reply is never taken for that to a later request
   */
  public byte[] call(byte[] request) throws IOException {
    try {
      Frames.write(socket.getOutputStream(), request);
      timed.allow(timeout);
      return Frames.read(in).orElseThrow(() -> new EOFException("the peer closed the connection"));
    } catch (BadMessageException e) {
      socket.close();
      throw new IOException(e.getMessage(), e);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
