package fwq.kit.frame;

import java.net.InetAddress;

/**
 * Places for one server's connections: so many, of which each address has its share, and each with
 * what it needs of the heap. For any number of threads.
 */
public final class Places {
  private final Shares places;
  private final int most;
  private final int bytesEach;
  private final TurnedAway turnedAway =
      new TurnedAway("connections that were refused because there were too many");

  Places(int connectionsMax, boolean tls) {
    this.bytesEach = tls ? HeapShare.TLS_BYTES : HeapShare.PLAIN_BYTES;
    this.most = Math.toIntExact(Math.clamp(HeapShare.connections() / bytesEach, 1, connectionsMax));
    this.places = new Shares(most);
  }

  /** As many as there are if no other server of the program has any. */
  int most() {
    return most;
  }

  /** What a server's connections, and what is sent over them, take of a heap at most. */
  public static long heapBytes(FrameServer.Limits limits, boolean tls, long heapBytes) {
    int each = tls ? HeapShare.TLS_BYTES : HeapShare.PLAIN_BYTES;
    return Math.min((long) limits.connectionsMax() * each, HeapShare.forConnections(heapBytes))
        + HeapShare.forFrames(heapBytes);
  }

  /** Takes one for this peer, if there is one. */
  boolean take(InetAddress peer) {
    if (!places.take(peer, 1)) {
      turnAway(peer, "its address has its share of them");
      return false;
    }
    if (!HeapShare.CONNECTIONS.take(peer, bytesEach)) {
      places.giveBack(peer, 1);
      turnAway(peer, "there is no memory left for it");
      return false;
    }
    return true;
  }

  void giveBack(InetAddress peer) {
    HeapShare.CONNECTIONS.giveBack(peer, bytesEach);
    places.giveBack(peer, 1);
  }

  /** Counts one that is not served, or not any longer. */
  void turnAway(InetAddress peer, String why) {
    turnedAway.add(peer, why);
  }
}
