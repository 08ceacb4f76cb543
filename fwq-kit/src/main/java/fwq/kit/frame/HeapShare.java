package fwq.kit.frame;

import java.net.InetAddress;

/**
 * What the connections of all servers of this program may take of its heap together: half of it by
 * being there, an eighth by what is just being sent over them. So whatever strangers do, the
 * program has the rest for its work.
 */
final class HeapShare {
  /** A connection that is just there, or says something small: measured, with some to spare. */
  static final int PLAIN_BYTES = 8 << 10;

  /** The same over TLS. */
  static final int TLS_BYTES = 24 << 10;

  /** What a TLS handshake may need while it goes on. */
  static final int HANDSHAKE_BYTES = 32 << 10;

  /** What is not larger than this is part of the connection. */
  static final int SMALL_BYTES = 1 << 10;

  private static final long HEAP = Runtime.getRuntime().maxMemory();
  static final Shares CONNECTIONS = new Shares(connections());
  private static final Shares FRAMES = new Shares(forFrames(HEAP));

  private final InetAddress peer;
  private long bytes;

  /** For what is being sent over a peer's connection; nothing taken yet. */
  HeapShare(InetAddress peer) {
    this.peer = peer;
  }

  /** What the connections of this program may take together. */
  static long connections() {
    return forConnections(HEAP);
  }

  static long forConnections(long heapBytes) {
    return heapBytes / 2;
  }

  static long forFrames(long heapBytes) {
    return heapBytes / 8;
  }

  /** Takes more, if there is as much left for this peer. For one thread, as is all of this. */
  boolean take(long more) {
    boolean taken = FRAMES.take(peer, more);
    if (taken) {
      bytes += more;
    }
    return taken;
  }

  /** Gives all back. */
  void giveBack() {
    if (bytes > 0) {
      FRAMES.giveBack(peer, bytes);
      bytes = 0;
    }
  }
}
