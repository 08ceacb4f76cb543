package fwq.trials.bench.engine;

import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.visit.EngineCodec;
import fwq.common.talk.visit.EngineMessage.Admitted;
import fwq.common.talk.visit.EngineMessage.Answer;
import fwq.common.talk.visit.EngineMessage.Departure;
import fwq.common.talk.visit.EngineMessage.Gone;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Refusal;
import fwq.common.talk.visit.EngineMessage.Refused;
import fwq.common.talk.visit.EngineMessage.Rejected;
import fwq.common.talk.visit.EngineMessage.Rejection;
import fwq.common.talk.visit.EngineMessage.ToGuest;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.ParkEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.ParkRoom;
import fwq.engine.park.Park;
import fwq.kit.json.BadMessageException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The park's rules as one processor of a topology: the guests in its store, the rest beside it.
 * They are those of the walk on which it is measured, entries, moves and silences, and stay so: a
 * rival with fewer rules is only the faster.
 */
final class StreamsRules implements Processor<String, byte[], String, byte[]> {
  static final String STORE = "guests";

  private static final Duration FRAME_PAUSE = Duration.ofMillis(ParkRoom.FRAME_PAUSE_MILLIS);

  private final int capacity;
  private final SharedSecret secret;
  private final SessionKeys keys = new SessionKeys();
  private final StreamsPresence presence = new StreamsPresence();
  private ProcessorContext<String, byte[]> context;
  private KeyValueStore<String, StreamsGuest> guests;
  private long epoch;
  private long seq;
  private long nextOffset;
  private long time;
  private long framedAt;
  private long framedVersion = -1;

  StreamsRules(int capacity, SharedSecret secret) {
    this.capacity = capacity;
    this.secret = secret;
  }

  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    guests = context.getStateStore(STORE);
    epoch = context.currentSystemTimeMs();
    try (KeyValueIterator<String, StreamsGuest> all = guests.all()) {
      all.forEachRemaining(entry -> presence.put(entry.value, epoch));
    }
    context.schedule(FRAME_PAUSE, PunctuationType.WALL_CLOCK_TIME, this::frame);
  }

  @Override
  public void process(Record<String, byte[]> record) {
    pass(record.timestamp());
    nextOffset = context.recordMetadata().orElseThrow().offset() + 1;
    if (record.value() == null) {
      return;
    }
    try {
      switch (EventCodec.read(record.value())) {
        case Enter enter -> enter(enter, record);
        case Move move -> move(move, record);
        case ParkEvent _ -> {}
      }
    } catch (BadMessageException e) {
      // As in the engine it is skipped.
    }
  }

  private void pass(long at) {
    if (Math.abs(at - time) >= Park.LEAP_MILLIS) {
      time = at;
      presence.hearAll(at);
    }
    time = Math.max(time, at);
    for (Map.Entry<String, Long> quietest = presence.quietest();
        quietest != null && time - quietest.getValue() >= Park.SILENCE_LIMIT_MILLIS;
        quietest = presence.quietest()) {
      remove(guests.get(quietest.getKey()), Departure.SILENT);
    }
  }

  private boolean isSigned(Session session, Record<String, byte[]> record) {
    Header header = record.headers().lastHeader(SessionKey.HEADER);
    byte[] signature = header == null ? null : header.value();
    return keys.of(session, secret).verify(0, record.value(), signature);
  }

  private void enter(Enter event, Record<String, byte[]> record) {
    Session session = event.session();
    if (session.expiresAt() <= time || !isSigned(session, record)) {
      return;
    }
    StreamsGuest known = guests.get(session.alias());
    if (known == null && presence.size() >= capacity) {
      say(session.alias(), new Refused(session.issuedAt(), Refusal.FULL));
      return;
    }
    Position there = known == null ? Position.GATE : known.position();
    put(new StreamsGuest(session, there, event.at()));
    say(session.alias(), new Admitted(session.issuedAt(), there));
  }

  private void move(Move move, Record<String, byte[]> record) {
    StreamsGuest guest = guests.get(move.alias());
    if (guest == null) {
      say(move.alias(), new Gone(0, Departure.NOT_INSIDE));
    } else if (isSigned(guest.session(), record) && move.at() > guest.at()) {
      if (guest.session().expiresAt() <= time) {
        remove(guest, Departure.EXPIRED);
      } else if (guest.position().distance(move.to()) > 1) {
        put(guest.movedTo(guest.position(), move.at()));
        say(
            move.alias(),
            new Rejected(guest.session().issuedAt(), Rejection.TOO_FAR, guest.position()));
      } else {
        put(guest.movedTo(move.to(), move.at()));
      }
    }
  }

  private void put(StreamsGuest guest) {
    guests.put(guest.session().alias(), guest);
    presence.put(guest, time);
  }

  private void remove(StreamsGuest guest, Departure why) {
    guests.delete(guest.session().alias());
    presence.remove(guest.session().alias());
    say(guest.session().alias(), new Gone(guest.session().issuedAt(), why));
  }

  private void say(String alias, Answer answer) {
    context.forward(new Record<>(alias, EngineCodec.write(new ToGuest(epoch, answer)), time));
  }

  private void frame(long now) {
    boolean changed = presence.version() != framedVersion;
    if (!changed && now - framedAt < ParkRoom.FRAME_PERIOD_MILLIS) {
      return;
    }
    MapFrame frame = new MapFrame(0, epoch, seq++, nextOffset, now, presence.map(capacity));
    context.forward(new Record<>("map", EngineCodec.write(frame), now));
    framedAt = now;
    framedVersion = presence.version();
  }
}
