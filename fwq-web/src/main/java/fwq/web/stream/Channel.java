package fwq.web.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All streams of one audience, which get the same blocks. For any number of threads. */
public final class Channel {
  private final Set<Sink> streams = ConcurrentHashMap.newKeySet();

  /** Nobody listens yet. */
  public Channel() {}

  /** From now on this stream gets what is sent here. */
  public void add(Sink stream) {
    streams.add(stream);
  }

  /** This stream gets no more. */
  public void remove(Sink stream) {
    streams.remove(stream);
  }

  /** Whether a block would be for nobody, and need not be made. */
  public boolean isEmpty() {
    return streams.isEmpty();
  }

  /** How many listen. */
  public int size() {
    return streams.size();
  }

  /** Sends one block to all, without waiting for any. */
  public void send(Slot slot, Block block) {
    streams.forEach(stream -> stream.send(slot, block));
  }
}
