package fwq.common.net;

import fwq.common.wire.BadMessageException;
import fwq.common.wire.Frames;
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
  private final InputStream in;

  private FrameClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
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
      socket.setSoTimeout((int) timeout.toMillis());
      return new FrameClient(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * Sends a request and waits for its reply.
   *
   * @throws IOException when the peer is gone or too slow; the connection is of no more use
   */
  public byte[] call(byte[] request) throws IOException {
    Frames.write(socket.getOutputStream(), request);
    try {
      return Frames.read(in).orElseThrow(() -> new EOFException("the peer closed the connection"));
    } catch (BadMessageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
