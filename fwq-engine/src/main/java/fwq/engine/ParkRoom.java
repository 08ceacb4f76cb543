package fwq.engine;

import fwq.common.park.FoodCarts;
import fwq.common.park.RideStatus;
import fwq.common.signing.Session;
import fwq.common.signing.VisitKeys;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.common.talk.visit.EngineMessage.Words;
import fwq.common.talk.visit.EventCodec;
import fwq.common.talk.visit.Operate;
import fwq.common.talk.visit.ParkEvent;
import fwq.engine.EventReader.Heard;
import fwq.engine.EventReader.Outcome;
import fwq.engine.EventReader.Tick;
import fwq.engine.EventReader.Unusable;
import fwq.engine.changelog.Changes;
import fwq.engine.changelog.Ownership;
import fwq.engine.park.Guest;
import fwq.engine.park.Note;
import fwq.engine.park.Park;
import fwq.kit.kafka.Skipped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/**
 * One park in an engine's care: from records to rules, and from rules to what goes out.
 *
 * <p>What happens to the guests follows from the records alone, so an owner that takes over decides
 * as the one before did. The engine's own clock only paces what goes out.
 */
public final class ParkRoom {
  /** Frames follow each other no faster. */
  public static final long FRAME_PAUSE_MILLIS = 50;

  /** Frames follow each other no slower. */
  public static final long FRAME_PERIOD_MILLIS = 1_000;

  /**
   * When nobody has said anything for so long, and someone is inside, the engine lets time pass.
   */
  static final long TICK_MILLIS = 1_000;

  /** What operators said is told anew that often. */
  private static final long WORDS_PERIOD_MILLIS = 2_000;

  private final int id;
  private final Park park;
  private final EventReader reader;
  private final VisitKeys keys;
  private final long epoch;
  private final long catchUpTo;
  private final ParkVoice voice;
  private final Skipped skipped;
  private final PendingAnswers pending = new PendingAnswers();
  private boolean caughtUp;
  private long nextOffset;
  private long notedOffset = -1;
  private long heardAt;
  private long seq;
  private long framedAt;
  private long framedVersion = -1;
  private List<RideStatus> framedRides = List.of();
  private Optional<ZoneId> proposed = Optional.empty();
  private long wordsAt;
  private long wordsVersion = -1;
  private Optional<FoodCarts> carts = Optional.empty();
  private Optional<FoodCarts> framedCarts = Optional.empty();

  /**
   * A room that takes a park over.
   *
   * @param epoch of this owner
   * @param nextOffset the first offset not yet part of the park
   * @param catchUpTo the end of the park's events at this moment: what is before happened while
   *     nobody held the park
   */
  public ParkRoom(
      int id,
      Park park,
      long epoch,
      long nextOffset,
      long catchUpTo,
      VisitKeys keys,
      ParkVoice voice,
      Skipped skipped) {
    this.id = id;
    this.park = park;
    this.epoch = epoch;
    this.nextOffset = nextOffset;
    this.catchUpTo = catchUpTo;
    this.reader = new EventReader(id, keys);
    this.keys = keys;
    this.voice = voice;
    this.skipped = skipped;
  }

  /**
   * Takes the next records of the park's partition, in their order.
   *
   * @param clock epoch milliseconds by the engine's clock
   */
  public void take(List<ConsumerRecord<String, byte[]>> records, long clock) {
    heardAt = clock;
    Iterator<Outcome> outcomes = reader.read(records).iterator();
    for (ConsumerRecord<String, byte[]> record : records) {
      nextOffset = record.offset() + 1;
      long at = writtenAt(record, clock);
      park.pass(at).forEach(this::say);
      take(outcomes.next(), record);
    }
  }

  private void take(Outcome outcome, ConsumerRecord<String, byte[]> record) {
    switch (outcome) {
      case Tick _ -> {}
      case Unusable it -> skipped.add(record, it.why());
      case Heard heard -> {
        String alias = heard.event().alias();
        Guest guest = heard.guest().or(() -> park.guest(alias)).orElse(null);
        Optional<Session> outside = guest == null ? park.outside(alias) : Optional.empty();
        if (reader.isSigned(heard, guest, outside)) {
          decide(heard.event(), guest);
        } else {
          skipped.add(record, EventReader.unsigned(heard.event()).why());
        }
      }
    }
  }

  private void decide(ParkEvent event, Guest guest) {
    long before = park.ignored();
    park.decide(event, guest).forEach(this::say);
    if (park.ignored() != before) {
      skipped.add("it says nothing new of " + event.alias() + ", or more than a guest can say");
    } else if (event instanceof Operate) {
      voice.note(park.office().newest());
    }
  }

  /**
   * Guests' clocks are not trusted; a topic that someone made without the broker's time has ours.
   */
  private static long writtenAt(ConsumerRecord<String, byte[]> record, long clock) {
    return record.timestampType() == TimestampType.LOG_APPEND_TIME ? record.timestamp() : clock;
  }

  /**
   * Does what is due: lets time pass in a quiet park, and sends the picture out.
   *
   * @param position how far the park's partition has been read
   * @param clock epoch milliseconds by the engine's clock
   * @return when something is due again
   */
  long settle(long position, List<RideStatus> rides, long clock) {
    nextOffset = Math.max(nextOffset, position);
    if (!caughtUp) {
      if (nextOffset < catchUpTo) {
        return clock + FRAME_PERIOD_MILLIS;
      }
      caughtUp = true;
      heardAt = clock;
      pending.say(park, this::say);
      sayZone();
    }
    // However far: a clock can be set back.
    boolean isWaitedFor = park.population() > 0 || clock >= park.office().nextChange();
    if (isWaitedFor && Math.abs(clock - heardAt) >= TICK_MILLIS) {
      heardAt = clock;
      voice.tick();
    }
    words(clock);
    return frame(rides, clock);
  }

  /** A park whose operators have said nothing ever gets this zone, once it has caught up. */
  void proposeZone(ZoneId zone) {
    proposed = Optional.of(zone);
  }

  private void sayZone() {
    if (proposed.isPresent() && park.office().words().isEmpty()) {
      Operate said = new Operate(Optional.empty(), heardAt, new OperatorWord.Zone(proposed.get()));
      byte[] value = EventCodec.write(said);
      voice.console(value, keys.signAsConsole(id, value, Instant.ofEpochMilli(heardAt)));
    }
    proposed = Optional.empty();
  }

  /** Who comes later is to hear of them, too. */
  private void words(long clock) {
    boolean isNew = park.office().version() != wordsVersion;
    if (isNew || Math.abs(clock - wordsAt) >= WORDS_PERIOD_MILLIS) {
      wordsVersion = park.office().version();
      wordsAt = clock;
      voice.words(new Words(id, epoch, park.office().words()));
    }
  }

  /** From now on these carts are on the map. */
  void show(Optional<FoodCarts> known) {
    carts = known;
  }

  private long frame(List<RideStatus> rides, long clock) {
    boolean changed =
        park.version() != framedVersion || !rides.equals(framedRides) || !carts.equals(framedCarts);
    long due = framedAt + (changed ? FRAME_PAUSE_MILLIS : FRAME_PERIOD_MILLIS);
    if (clock < due && clock >= framedAt) {
      return due;
    }
    if (voice.isBusy()) {
      return clock + FRAME_PAUSE_MILLIS;
    }
    voice.frame(new MapFrame(id, epoch, seq++, nextOffset, clock, park.map(rides).with(carts)));
    framedAt = clock;
    framedVersion = park.version();
    framedRides = rides;
    framedCarts = carts;
    return clock + FRAME_PERIOD_MILLIS;
  }

  /** Whether something was read that is not noted. */
  boolean isUnnoted() {
    return notedOffset != nextOffset;
  }

  /** Whether every guest has the answers to all that was read; only then may it be noted. */
  boolean isAnswered(Duration within) throws InterruptedException {
    return caughtUp && voice.haveAnswersArrived(within);
  }

  /** The park itself, as it is to be noted now. */
  Ownership ownership() {
    return new Ownership(epoch, nextOffset, park.time(), "", park.formerPace());
  }

  /** What changed since this was last asked. */
  Changes takeChanges() {
    notedOffset = nextOffset;
    return new Changes(park.takeChanges(), park.office().takeChange());
  }

  /** Takes back changes that could not be noted. */
  void giveBack(Changes changes) {
    notedOffset = -1;
    park.giveBack(changes.guests().keySet());
    changes.office().ifPresent(_ -> park.office().giveBack());
  }

  int population() {
    return park.population();
  }

  private void say(Note note) {
    if (caughtUp) {
      voice.answer(note.alias(), note.answer());
    } else {
      pending.add(note);
    }
  }
}
