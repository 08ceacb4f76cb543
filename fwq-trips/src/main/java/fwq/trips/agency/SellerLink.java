package fwq.trips.agency;

import fwq.common.talk.trips.NotDone;
import fwq.common.talk.trips.SellerCodec;
import fwq.common.talk.trips.SellerReply;
import fwq.common.talk.trips.SellerRequest;
import fwq.kit.frame.FrameClient;
import fwq.kit.json.BadMessageException;
import fwq.kit.net.HostPort;
import fwq.kit.tls.Trust;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Connections to one seller, kept open between requests. Every request to a seller may be said
 * again, so a connection that died while nobody used it is replaced and the request sent once more.
 */
final class SellerLink implements AutoCloseable {
  /** Requests at once; beyond it the seller is too slow for those who wait already. */
  static final int CALLS_MAX = 128;

  private final HostPort seller;
  private final Trust trust;
  private final Duration timeout;
  private final Semaphore calls = new Semaphore(CALLS_MAX);
  private final Deque<FrameClient> idle = new ConcurrentLinkedDeque<>();

  /**
   * Connects when it is asked.
   *
   * @param timeout for a connection, and then for a reply
   */
  SellerLink(HostPort seller, Trust trust, Duration timeout) {
    this.seller = seller;
    this.trust = trust;
    this.timeout = timeout;
  }

  /** Asks, and gives what the seller says to that. */
  SellerReply ask(SellerRequest request) throws SellerAwayException {
    if (!calls.tryAcquire()) {
      throw new SellerAwayException(
          "the seller at " + seller + " has " + CALLS_MAX + " requests to answer already");
    }
    try {
      SellerReply reply = SellerCodec.readReply(call(SellerCodec.write(request)));
      if (reply instanceof NotDone no) {
        throw new SellerAwayException("the seller at " + seller + " says: " + no.error().message());
      }
      return reply;
    } catch (BadMessageException e) {
      throw new SellerAwayException("what answers at " + seller + " is not a seller", e);
    } catch (IOException e) {
      throw new SellerAwayException(
          "the seller at " + seller + " does not answer: " + e.getMessage(), e);
    } finally {
      calls.release();
    }
  }

  private byte[] call(byte[] request) throws IOException {
    FrameClient known = idle.pollFirst();
    if (known != null) {
      try {
        return call(known, request);
      } catch (SocketTimeoutException e) {
        // It is there, and slow: twice the time would not help.
        throw e;
      } catch (IOException e) {
        // It was closed while nobody used it, most likely, as are then the others.
        close();
      }
    }
    return call(FrameClient.connect(seller, timeout, trust), request);
  }

  private byte[] call(FrameClient client, byte[] request) throws IOException {
    byte[] reply = client.call(request);
    idle.addFirst(client);
    return reply;
  }

  @Override
  public void close() throws IOException {
    for (FrameClient client = idle.pollFirst(); client != null; client = idle.pollFirst()) {
      client.close();
    }
  }
}
