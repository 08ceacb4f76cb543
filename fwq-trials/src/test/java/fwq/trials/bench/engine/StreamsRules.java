package fwq.trials.bench.engine;

import fwq.common.park.Position;
import fwq.common.signing.RegistryKey;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.common.talk.visit.Ended;
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
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.ParkEvent;
import fwq.common.talk.visit.VisitorEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
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

/** The park's rules as one processor of a topology: the guests in its store, the rest beside it. */
final class StreamsRules implements Processor<String, byte[], String, byte[]> {
  static final String STORE = "guests";

  private static final Duration FRAME_PAUSE = Duration.ofMillis(ParkRoom.FRAME_PAUSE_MILLIS);
  private static final Duration FORGET_PERIOD = Duration.ofMinutes(1);
  private static final long GRACE_MILLIS = 3_600_000;

  private final int capacity;
  private final SharedSecret secret;
  private final RegistryKey registryKey;
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
    this.registryKey = RegistryKey.derive(secret);
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
    context.schedule(FORGET_PERIOD, PunctuationType.WALL_CLOCK_TIME, _ -> forget());
  }

  @Override
  public void process(Record<String, byte[]> record) {
    pass(record.timestamp());
    nextOffset = context.recordMetadata().orElseThrow().offset() + 1;
    if (record.value() == null) {
      return;
    }
    try {
      ParkEvent event = EventCodec.read(record.value());
      StreamsGuest guest = guests.get(event.alias());
      if (isSigned(event, guest, record)) {
        apply(event, guest);
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

  private boolean isSigned(ParkEvent event, StreamsGuest guest, Record<String, byte[]> record) {
    Header header = record.headers().lastHeader(SessionKey.HEADER);
    byte[] signature = header == null ? null : header.value();
    return switch (event) {
      case Ended _ -> registryKey.verify(0, record.value(), signature);
      // Nobody operates what is measured.
      case Operate _ -> false;
      case Enter enter -> keys.of(enter.session(), secret).verify(0, record.value(), signature);
      case Move _, Here _, Leave _ ->
          guest == null
              || !guest.isInside()
              || keys.of(guest.session(), secret).verify(0, record.value(), signature);
    };
  }

  private void apply(ParkEvent event, StreamsGuest guest) {
    switch (event) {
      case Enter enter -> enter(enter, guest);
      case Ended ended -> end(ended, guest);
      case Operate _ -> {}
      case VisitorEvent said -> {
        if (guest == null || !guest.isInside()) {
          say(said.alias(), new Gone(0, Departure.NOT_INSIDE));
        } else if (said.at() > guest.at()) {
          fromInside(said, guest.heard(said.at()));
        }
      }
    }
  }

  private void fromInside(VisitorEvent event, StreamsGuest guest) {
    if (guest.session().expiresAt() <= time) {
      remove(guest, Departure.EXPIRED);
      return;
    }
    switch (event) {
      case Move move when guest.position().distance(move.to()) > 1 -> {
        put(guest);
        say(
            event.alias(),
            new Rejected(guest.session().issuedAt(), Rejection.TOO_FAR, guest.position()));
      }
      case Move move -> put(guest.movedTo(move.to()));
      case Here _ -> put(guest);
      case Leave _ -> remove(guest, Departure.LEFT);
      case Enter _ -> throw new IllegalArgumentException("nobody enters from inside");
    }
  }

  private void enter(Enter event, StreamsGuest known) {
    Session session = event.session();
    if (session.expiresAt() <= time
        || (known != null && known.ended() && session.issuedAt() <= known.session().issuedAt())) {
      refuse(event, known, Refusal.EXPIRED);
    } else if (known != null && known.session().issuedAt() > session.issuedAt()) {
      refuse(event, known, Refusal.SUPERSEDED);
    } else if (known == null || !known.session().equals(session) || event.at() > known.at()) {
      boolean inside = known != null && known.isInside();
      if (!inside && presence.size() >= capacity) {
        refuse(event, known, Refusal.FULL);
      } else {
        Position there = inside ? known.position() : Position.GATE;
        put(new StreamsGuest(session, there, event.at(), false));
        say(session.alias(), new Admitted(session.issuedAt(), there));
      }
    }
  }

  private void refuse(Enter event, StreamsGuest known, Refusal why) {
    if (known == null) {
      guests.put(event.alias(), new StreamsGuest(event.session(), null, event.at(), false));
    }
    say(event.alias(), new Refused(event.session().issuedAt(), why));
  }

  private void end(Ended event, StreamsGuest known) {
    if (known != null && known.session().issuedAt() > event.last().issuedAt()) {
      return;
    }
    if (known != null && known.isInside()) {
      remove(known, Departure.ENDED);
    }
    guests.put(event.alias(), new StreamsGuest(event.last(), null, 0, true));
  }

  private void put(StreamsGuest guest) {
    guests.put(guest.session().alias(), guest);
    presence.put(guest, time);
  }

  private void remove(StreamsGuest guest, Departure why) {
    guests.put(guest.session().alias(), guest.gone());
    presence.remove(guest.session().alias());
    say(guest.session().alias(), new Gone(guest.session().issuedAt(), why));
  }

  /** Forgets those outside whose sessions ended long ago. */
  private void forget() {
    try (KeyValueIterator<String, StreamsGuest> all = guests.all()) {
      all.forEachRemaining(
          entry -> {
            if (!entry.value.isInside()
                && entry.value.session().expiresAt() <= time - GRACE_MILLIS) {
              guests.delete(entry.key);
            }
          });
    }
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
