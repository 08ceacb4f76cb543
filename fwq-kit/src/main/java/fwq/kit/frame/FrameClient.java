package fwq.kit.frame;

import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import fwq.kit.net.TimedSocket;
import fwq.kit.tls.ClientTls;
import fwq.kit.tls.Trust;
import fwq.kit.tls.UntrustedPeerException;
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
  private final TimedSocket timed;
  private final InputStream in;

  private FrameClient(Socket socket, TimedSocket timed, Duration timeout) throws IOException {
    this.socket = socket;
    this.timed = timed;
    this.timeout = timeout;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * Connects without TLS.
   *
   * @param timeout for the connection, and then for each reply
   */
  public static FrameClient connect(HostPort peer, Duration timeout) throws IOException {
    return connect(peer, timeout, new Trust.Plaintext());
  }

  /**
   * Connects, with TLS unless that is not wanted.
   *
   * @param timeout for the connection, for the handshake, and then for each reply
   * @throws UntrustedPeerException when there is a peer, but not the right one
   */
  public static FrameClient connect(HostPort peer, Duration timeout, Trust trust)
      throws IOException {
    return connect(peer, timeout, trust, ClientTls.nobody());
  }

  /**
   * Connects, with TLS unless that is not wanted.
   *
   * @param ours what we prove to a server that asks who we are
   */
  public static FrameClient connect(HostPort peer, Duration timeout, Trust trust, ClientTls ours)
      throws IOException {
    TimedSocket socket = new TimedSocket();
    try {
      InetSocketAddress address = new InetSocketAddress(peer.host(), peer.port());
      if (address.isUnresolved()) {
        throw new UnknownHostException("unknown host " + peer.host());
      }
      socket.connect(address, (int) timeout.toMillis());
      socket.setTcpNoDelay(true);
      socket.allow(timeout);
      return new FrameClient(
          trust instanceof Trust.Plaintext ? socket : ours.over(socket, peer, trust),
          socket,
          timeout);
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
      timed.close();
      throw new IOException(e.getMessage(), e);
    } catch (IOException e) {
      timed.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
