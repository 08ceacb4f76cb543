package fwq.common.net;

import fwq.common.message.ErrorCode;
import fwq.common.message.ErrorReply;
import fwq.common.message.RegistryReply;
import fwq.common.wire.BadMessageException;
import fwq.common.wire.Frames;
import fwq.common.wire.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers framed requests, one reply to each, in order, many to a connection. A virtual thread
 * serves each connection; a permit is taken before {@code accept}, so that connections beyond the
 * limit wait in the kernel's bounded backlog.
 */
public final class FrameServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FrameServer.class);

  private final ServerSocket listener;
  private final Handler handler;
  private final Limits limits;
  private final Semaphore permits;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Thread acceptor;
  private volatile boolean closed;

  /** Gives the reply to a request. Called by many threads at once. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Answers one request.
     *
     * @param request a frame's content
     * @param from the peer's address
     * @throws BadMessageException when it is not a request; the peer is told, and disconnected
     */
    byte[] reply(byte[] request, InetAddress from) throws BadMessageException;
  }

  /**
   * What one server bears.
   *
   * @param connectionsMax connections served at once
   * @param idle how long a connection may be silent between requests
   * @param frame how long a request may take to arrive once begun
   */
  public record Limits(int connectionsMax, Duration idle, Duration frame) {
    /** Enough for a park on one machine. */
    public static final Limits DEFAULT =
        new Limits(12_000, Duration.ofMinutes(10), Duration.ofSeconds(10));
  }

  /**
   * Listens on all addresses and starts to serve.
   *
   * @param port 0 for any free one
   * @throws IOException when the port cannot be had
   */
  public FrameServer(int port, Handler handler, Limits limits) throws IOException {
    this.handler = handler;
    this.limits = limits;
    this.permits = new Semaphore(limits.connectionsMax());
    this.listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(port), 1024);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    this.acceptor =
        Thread.ofPlatform().name("accept-" + listener.getLocalPort()).daemon().start(this::accept);
  }

  /** The port it listens on. */
  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!closed) {
      try {
        permits.acquire();
      } catch (InterruptedException e) {
        return;
      }
      Socket socket = null;
      try {
        socket = listener.accept();
        open.add(socket);
        Socket accepted = socket;
        Thread.ofVirtual().name("connection").start(() -> serve(accepted));
      } catch (IOException e) {
        permits.release();
        if (!closed) {
          // Out of file descriptors, most likely: others are still served.
          LOG.warn("could not accept a connection: {}", e.getMessage());
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      TimedInput timed = new TimedInput(socket);
      InputStream in = new BufferedInputStream(timed);
      OutputStream out = socket.getOutputStream();
      while (!closed) {
        timed.allow(limits.idle());
        Optional<byte[]> request = Frames.read(in, () -> timed.allow(limits.frame()));
        if (request.isEmpty()) {
          return;
        }
        Frames.write(out, handler.reply(request.get(), socket.getInetAddress()));
      }
    } catch (BadMessageException e) {
      LOG.debug("bad request from {}: {}", socket.getInetAddress(), e.getMessage());
      refuse(socket, e.getMessage());
    } catch (IOException e) {
      // The peer's fault or absence: nothing an operator could mend.
      LOG.debug("connection from {} ended: {}", socket.getInetAddress(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("a request from {} could not be answered", socket.getInetAddress(), e);
    } finally {
      open.remove(socket);
      permits.release();
    }
  }

  private static void refuse(Socket socket, String why) {
    try {
      if (!socket.isClosed()) {
        RegistryReply reply = ErrorReply.of(ErrorCode.BAD_REQUEST, why);
        Frames.write(socket.getOutputStream(), Json.write(reply));
      }
    } catch (IOException e) {
      LOG.debug("the peer did not wait for the answer: {}", e.getMessage());
    }
  }

  /** Stops listening and drops every connection. */
  @Override
  public void close() throws IOException {
    closed = true;
    listener.close();
    acceptor.interrupt();
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** A socket's input with a deadline for each frame, however slowly its bytes come. */
  private static final class TimedInput extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private long deadlineNanos;

    TimedInput(Socket socket) throws IOException {
      this.socket = socket;
      this.in = socket.getInputStream();
    }

    void allow(Duration time) {
      deadlineNanos = System.nanoTime() + time.toNanos();
    }

    @Override
    public int read() throws IOException {
      arm();
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      arm();
      return in.read(bytes, offset, length);
    }

    private void arm() throws SocketException {
      long millis = (deadlineNanos - System.nanoTime()) / 1_000_000;
      // A timeout of 0 would mean for ever.
      socket.setSoTimeout((int) Math.max(1, millis));
    }
  }
}
