package fwq.web.park;

import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.web.event.Away;
import fwq.web.event.End;
import fwq.web.event.Events;
import fwq.web.stream.Block;
import fwq.web.stream.Sink;
import fwq.web.stream.Slot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * All parks that this process hears, and what all who watch one are told beside its frames. Moments
 * are nanoseconds by the monotonic clock, but for {@code at}: epoch milliseconds by this server's
 * clock, which nothing but browsers is told of. For one thread.
 */
public final class Parks {
  private final Map<Integer, ParkRoom> rooms = new TreeMap<>();
  private final Map<Away, Long> awaySince = new EnumMap<>(Away.class);

  /** No park yet. */
  public Parks() {}

  /** A park that is listened to from now on. */
  public void add(int park, long nanos) {
    rooms.putIfAbsent(park, new ParkRoom(nanos));
  }

  /** The parks' numbers. */
  public List<Integer> numbers() {
    return List.copyOf(rooms.keySet());
  }

  /** A park, if there is one of this number. */
  public Optional<ParkRoom> room(int park) {
    return Optional.ofNullable(rooms.get(park));
  }

  /** All parks as they are known now, but those of which no frame came yet. */
  public List<ParkNow> now(long nanos) {
    return rooms.values().stream().flatMap(room -> room.now(nanos).stream()).toList();
  }

  /** An engine drew a picture. */
  public void heard(MapFrame frame, long nanos) {
    room(frame.park()).ifPresent(room -> room.heard(frame, nanos));
  }

  /** This stream gets no more of any park. */
  public void leave(Sink stream) {
    rooms.values().forEach(room -> room.leave(stream));
  }

  /** The registry or the broker went away or came back; engines are found out by their frames. */
  public void away(Away what, boolean away, long at) {
    if (away == awaySince.containsKey(what)) {
      return;
    }
    if (away) {
      awaySince.put(what, at);
    } else {
      awaySince.remove(what);
    }
    send(slot(what), Events.away(what, since(what)));
  }

  /** Tells one stream of all that is away just now. */
  public void tellAway(Sink stream) {
    awaySince
        .keySet()
        .forEach(what -> stream.send(slot(what), Block.stored(Events.away(what, since(what)))));
  }

  /** Looks for engines that went away or came back. */
  public void watch(long nanos, long at) {
    rooms.values().forEach(room -> room.watch(nanos, at));
  }

  /** Says again what is away: a page that hears nothing thinks that we are, too. */
  public void remind() {
    awaySince.keySet().forEach(what -> send(slot(what), Events.away(what, since(what))));
    rooms.values().forEach(ParkRoom::remind);
  }

  /** Sends each park's newest frame, where a new one is due. */
  public void publish(long nanos) {
    rooms.values().forEach(room -> room.publish(nanos));
  }

  /** Shows all streams, and what is between them and us, that they live. */
  public void comment() {
    send(Slot.COMMENT, Events.COMMENT);
  }

  /** This server closes. */
  public void close() {
    send(Slot.END, Events.end(End.CLOSED));
  }

  private void send(Slot slot, String event) {
    Block block = Block.stored(event);
    rooms.values().forEach(room -> room.send(slot, block));
  }

  private OptionalLong since(Away what) {
    Long since = awaySince.get(what);
    return since == null ? OptionalLong.empty() : OptionalLong.of(since);
  }

  private static Slot slot(Away what) {
    return switch (what) {
      case ENGINE -> Slot.ENGINE;
      case REGISTRY -> Slot.REGISTRY;
      case BROKER -> Slot.BROKER;
    };
  }
}
