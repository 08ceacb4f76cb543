package fwq.web.park;

import fwq.common.talk.operate.SaidWord;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.web.event.Audience;
import fwq.web.event.Away;
import fwq.web.event.Events;
import fwq.web.stream.Block;
import fwq.web.stream.Channel;
import fwq.web.stream.Sink;
import fwq.web.stream.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * One park and those who watch it: two audiences, for each of which a frame is encoded and
 * compressed once. Moments are nanoseconds by the monotonic clock; for one thread.
 */
public final class ParkRoom {
  /** One frame a second, but one that comes a little early is not kept for the next second. */
  private static final long PAUSE_NANOS = 900_000_000;

  private final LivePark live;
  private final RideLedger ledger = new RideLedger();
  private final Map<Audience, Channel> channels = new EnumMap<>(Audience.class);
  private final Map<Audience, Block> newest = new EnumMap<>(Audience.class);
  private boolean fresh;
  private long publishedAt;
  private OptionalLong awaySince = OptionalLong.empty();
  private final List<Awaited> awaited = new ArrayList<>();
  private List<SaidWord> words = List.of();

  private record Awaited(String by, long at, CompletableFuture<SaidWord> answer) {}

  /** A park that is listened to from now on. */
  public ParkRoom(long nanos) {
    this.live = new LivePark(nanos);
    this.publishedAt = nanos - PAUSE_NANOS;
    for (Audience audience : Audience.values()) {
      channels.put(audience, new Channel());
    }
  }

  /** The park itself. */
  public LivePark live() {
    return live;
  }

  /** The park as it is known now; nothing before its first frame. */
  Optional<ParkNow> now(long nanos) {
    return live.last()
        .map(
            frame ->
                new ParkNow(
                    frame.park(),
                    frame.map().sign(),
                    live.now(nanos).orElseThrow(),
                    ledger.changedAt(),
                    live.away(nanos) ? OptionalLong.of(frame.at()) : OptionalLong.empty(),
                    frame.map().inside(),
                    frame.map().capacity(),
                    ledger.rides(frame.map()),
                    live.live(nanos).flatMap(it -> it.map().carts())));
  }

  /** Operators said this last. */
  public void told(List<SaidWord> newer) {
    words = newer;
    awaited.removeIf(
        it ->
            it.answer().isDone() || find(it.by(), it.at()).map(it.answer()::complete).isPresent());
  }

  /** What becomes of what an operator said then. Whoever asks completes it when that takes long. */
  public CompletableFuture<SaidWord> answer(String by, long at) {
    CompletableFuture<SaidWord> answer = new CompletableFuture<>();
    find(by, at).ifPresentOrElse(answer::complete, () -> awaited.add(new Awaited(by, at, answer)));
    return answer;
  }

  private Optional<SaidWord> find(String by, long at) {
    return words.stream().filter(it -> it.by().equals(by) && it.at() == at).findFirst();
  }

  /** What operators said last, oldest first. */
  public List<SaidWord> words() {
    return words;
  }

  /** Takes a frame, which is shown by {@link #publish}. */
  public void heard(MapFrame frame, long nanos) {
    if (live.heard(frame, nanos)) {
      fresh = true;
      ledger.saw(frame.map(), frame.at());
    }
  }

  /** One more watches, and sees what there is at once. */
  public void join(Sink sink, Audience audience, long nanos) {
    channels.get(audience).add(sink);
    awaySince.ifPresent(since -> sink.send(Slot.ENGINE, away(OptionalLong.of(since))));
    live.live(nanos)
        .ifPresent(
            frame ->
                sink.send(
                    Slot.FRAME,
                    newest.computeIfAbsent(audience, _ -> encode(frame, audience, nanos))));
  }

  /** One less watches. */
  public void leave(Sink sink) {
    channels.values().forEach(channel -> channel.remove(sink));
  }

  /** Sends one block to all who watch. */
  public void send(Slot slot, Block block) {
    channels.values().forEach(channel -> channel.send(slot, block));
  }

  /** Sends the newest frame, if there is a new one and the last was sent a second ago. */
  public void publish(long nanos) {
    Optional<MapFrame> frame = live.live(nanos).filter(_ -> fresh);
    if (frame.isEmpty() || nanos - publishedAt < PAUSE_NANOS) {
      return;
    }
    fresh = false;
    publishedAt = nanos;
    newest.clear();
    channels.forEach(
        (audience, channel) -> {
          if (!channel.isEmpty()) {
            Block block = encode(frame.get(), audience, nanos);
            newest.put(audience, block);
            channel.send(Slot.FRAME, block);
          }
        });
  }

  /**
   * Tells of an engine that went away or came back.
   *
   * @param at epoch milliseconds by this server's clock
   */
  public void watch(long nanos, long at) {
    boolean away = live.away(nanos);
    if (away != awaySince.isPresent()) {
      awaySince = away ? OptionalLong.of(at) : OptionalLong.empty();
      send(Slot.ENGINE, away(awaySince));
    }
  }

  /** Says again that the engine is away, if it is. */
  void remind() {
    awaySince.ifPresent(since -> send(Slot.ENGINE, away(OptionalLong.of(since))));
  }

  private static Block away(OptionalLong since) {
    return Block.stored(Events.away(Away.ENGINE, since));
  }

  private Block encode(MapFrame frame, Audience audience, long nanos) {
    return Block.deflated(Events.frame(frame, live.ageMillis(nanos), audience));
  }
}
