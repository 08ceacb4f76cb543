package fwq.kit.frame;

import fwq.kit.json.BadMessageException;
import fwq.kit.net.TimedSocket;
import fwq.kit.program.Failure;
import fwq.kit.tls.KeyPin;
import fwq.kit.tls.ServerTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers framed requests, one reply to each, in order, many to a connection. A virtual thread
 * serves each connection that has a permit. The first beyond the limit waits for one, and the
 * others in the kernel's bounded backlog; for it the one goes that has been there longest without
 * asking for anything.
 */
public final class FrameServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FrameServer.class);

  private static final Duration ACCEPT_PAUSE = Duration.ofSeconds(1);

  /** How long closing waits for handlers at work. */
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final TimedSocket.Listener listener;
  private final Limits limits;
  private final Answering answering;
  private final TurnedAway failed = new TurnedAway("connections that did not come to speak TLS");
  private final Semaphore permits;
  private final int permitsMax;
  private final Places places;
  private final Strangers strangers = new Strangers();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread acceptor;

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

    /** Whether a peer over TLS is asked to prove a key; it need not have one. */
    default boolean asksForKey() {
      return false;
    }

    /** Whether a peer at that address is answered without TLS by a server that speaks it. */
    default boolean answersWithoutTls(InetAddress peer) {
      return false;
    }

    /**
     * The handler of one more connection, where each is to have one of its own.
     *
     * @param key what the peer has proved to have, if it was asked
     */
    default Handler forConnection(Optional<KeyPin> key) {
      return this;
    }

    /**
     * Whether the peer of this connection has shown who it is, or need not. A stranger's frames are
     * small, and its time is short.
     */
    default boolean knowsPeer() {
      return true;
    }
  }

  /**
   * Limits of one server. What connections need of the heap is bounded beside these, for all
   * servers of a program together ({@link HeapShare}), and so is what one address may have of that.
   *
   * @param connectionsMax connections served at once
   * @param idle how long a connection may be silent between requests
   * @param frame how long a request may take to arrive once begun, a reply to be taken, and a TLS
   *     handshake as a whole
   * @param stranger how long a peer may be there without a request, and how long without showing
   *     who it is, where a handler asks that
   */
  public record Limits(int connectionsMax, Duration idle, Duration frame, Duration stranger) {
    private static final Duration STRANGER_MAX = Duration.ofSeconds(30);

    /** Enough for a park on one machine. */
    public static final Limits DEFAULT =
        new Limits(12_000, Duration.ofMinutes(10), Duration.ofSeconds(10));

    /** Enough for a server that only other programs ask. */
    public static final Limits OF_PROGRAMS =
        new Limits(1_000, DEFAULT.idle(), DEFAULT.frame(), STRANGER_MAX);

    /** A stranger has 30 s. */
    public Limits(int connectionsMax, Duration idle, Duration frame) {
      this(connectionsMax, idle, frame, STRANGER_MAX);
    }
  }

  /**
   * Starts to serve there.
   *
   * @param tls what the server shows of itself; nothing to speak without TLS
   * @throws Failure that tells people why the port cannot be had
   */
  public static FrameServer listen(
      InetSocketAddress at, Handler handler, Limits limits, Optional<ServerTls> tls)
      throws Failure {
    try {
      return new FrameServer(at, handler, limits, tls);
    } catch (IOException e) {
      throw new Failure(
          "port "
              + at.getPort()
              + " cannot be had ("
              + e.getMessage()
              + "); give another as <port>"
              + (at.getAddress().isAnyLocalAddress() ? "" : ", or another address with --bind"),
          e);
    }
  }

  /**
   * Serves on all addresses, without TLS.
   *
   * @param port 0 for any free one
   * @throws IOException when the port cannot be had
   */
  public FrameServer(int port, Handler handler, Limits limits) throws IOException {
    this(port, handler, limits, Optional.empty());
  }

  /** Serves on all addresses. */
  public FrameServer(int port, Handler handler, Limits limits, Optional<ServerTls> tls)
      throws IOException {
    this(new InetSocketAddress(port), handler, limits, tls);
  }

  /**
   * Starts to serve there.
   *
   * @param at with port 0 for any free one
   * @param tls what the server shows of itself; nothing to speak without TLS
   * @throws IOException when the port cannot be had
   */
  public FrameServer(InetSocketAddress at, Handler handler, Limits limits, Optional<ServerTls> tls)
      throws IOException {
    this.limits = limits;
    this.places = new Places(limits.connectionsMax(), tls.isPresent());
    this.permitsMax = places.most();
    this.permits = new Semaphore(permitsMax);
    this.answering = new Answering(handler, tls, failed, places, this::isClosed);
    this.listener = new TimedSocket.Listener();
    try {
      listener.setReuseAddress(true);
      listener.bind(at, 1024);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    this.acceptor =
        Thread.ofPlatform().name("accept-" + listener.getLocalPort()).daemon().start(this::accept);
    Thread.ofVirtual().name("stuck-" + listener.getLocalPort()).start(this::dropStuck);
  }

  /** The port it listens on. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Connections so far that never came to speak TLS. */
  public long failedHandshakes() {
    return failed.count();
  }

  private void accept() {
    while (!isClosed()) {
      try {
        welcome(listener.accept());
      } catch (InterruptedException e) {
        return;
      } catch (IOException e) {
        if (!isClosed()) {
          // Out of file descriptors, most likely: others are still served.
          LOG.warn("could not accept a connection: {}", e.getMessage());
          awaitClose(ACCEPT_PAUSE);
        }
      }
    }
  }

  private void welcome(TimedSocket socket) throws IOException, InterruptedException {
    Connection connection = new Connection(socket, limits, strangers);
    try {
      awaitPermit();
    } catch (InterruptedException e) {
      connection.drop();
      throw e;
    }
    if (!places.take(connection.peer())) {
      permits.release();
      connection.drop();
      return;
    }
    open.add(connection);
    strangers.add(connection);
    Thread.ofVirtual().name("connection").start(() -> serve(connection));
  }

  private void awaitPermit() throws InterruptedException {
    boolean taken = permits.tryAcquire();
    while (!taken) {
      taken = permits.tryAcquire(strangers.makeRoom().toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void serve(Connection connection) {
    try (connection) {
      answering.all(connection);
    } catch (IOException e) {
      // The peer's fault or absence: nothing an operator could mend.
      LOG.debug("connection from {} ended: {}", connection.peer(), e.getMessage());
    } finally {
      open.remove(connection);
      strangers.remove(connection);
      places.giveBack(connection.peer());
      permits.release();
    }
  }

  private void dropStuck() {
    Duration pause = limits.frame().dividedBy(4);
    while (!awaitClose(pause)) {
      for (Connection connection : open) {
        try {
          connection.dropIfStuck();
        } catch (IOException e) {
          LOG.debug("closing a stuck connection: {}", e.getMessage());
        }
      }
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private boolean awaitClose(Duration time) {
    try {
      return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /**
   * Stops listening, drops every connection, and waits a little for handlers at work, so that what
   * they use can be closed next.
   */
  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    acceptor.interrupt();
    dropAll();
    try {
      // The port is free, and nobody comes in any more, once this thread has let go of it.
      acceptor.join(CLOSE);
      dropAll();
      if (permits.tryAcquire(permitsMax, CLOSE.toNanos(), TimeUnit.NANOSECONDS)) {
        permits.release(permitsMax);
      } else {
        LOG.warn("a request on port {} is still being answered; not waiting for it", port());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dropAll() throws IOException {
    for (Connection connection : open) {
      connection.drop();
    }
  }
}
