package fwq.trials.wholepark;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/** One engine's process: it runs, freezes, crashes, lets go of everything, and starts again. */
final class EngineProcess {
  /** A cycle is a pause of 0.2 s at most, and what a busy machine makes of it. */
  private static final long CYCLE_MILLIS_MAX = 350;

  private static final long WAITS_MILLIS = 1_000;

  private final String name;
  private final WholePark park;
  private final SplittableRandom random;
  private final long clockAhead;
  private SimulatedEngine engine;
  private BrokerReader events;
  private AnswerWriter answers;
  private boolean frozen;
  private boolean owns;
  private long due;
  private int crashIn;

  /** The end of a process, at whatever it was doing. */
  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  EngineProcess(String name, WholePark park) {
    this.name = name;
    this.park = park;
    this.random = park.random.split();
    this.clockAhead = random.nextLong(-3_000, 3_000);
    start();
    turn();
    flush();
    askForWaits();
  }

  private void start() {
    if (engine != null) {
      return;
    }
    events = reader(park.broker.visitor(), park.fault);
    answers = new AnswerWriter(park.broker, park.audit, park.timeline, random, park.fault);
    due = 0;
    engine =
        new SimulatedEngine(
            events,
            answers,
            reader(park.broker.park(), Fault.NONE),
            () -> new ChangelogProducer(park.broker, random, this::mayCrash),
            WholePark.SECRET,
            park.engineCapacity,
            () -> Instant.ofEpochMilli(park.timeline.now() + clockAhead));
    tell("starts");
  }

  private BrokerReader reader(List<ConsumerRecord<String, byte[]>> log, Fault fault) {
    return new BrokerReader(park.broker, log, random, fault, () -> park.group.owner() == this);
  }

  /** Whether the group can count on it. */
  boolean isWell() {
    return engine != null && !frozen;
  }

  /** Whether it takes itself for the owner. */
  boolean owns() {
    return owns;
  }

  /** Whether it has read everything and all it said has arrived. */
  boolean isSettled() {
    return owns
        && answers.isIdle()
        && !events.isPaused()
        && events.position(null) == park.broker.visitor().size();
  }

  private void turn() {
    if (isWell() && owns) {
      // One that lost the park hears it from the group sooner or later, or from a refused note.
      if (park.group.owner() != this && park.broker.isThere() && random.nextInt(8) == 0) {
        lose();
      } else {
        attempt(() -> due = engine.cycle(due));
      }
    }
    park.timeline.in(random.nextLong(10, CYCLE_MILLIS_MAX), this::turn);
  }

  private void flush() {
    if (isWell() && park.broker.isThere()) {
      answers.arriveSome();
    }
    park.timeline.in(random.nextLong(2, random.nextInt(8) == 0 ? 400 : 60), this::flush);
  }

  private void askForWaits() {
    if (isWell()) {
      park.rides.reply().ifPresent(engine::takeWaits);
    }
    park.timeline.in(WAITS_MILLIS, this::askForWaits);
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (Crash e) {
      kill();
    } catch (KafkaException e) {
      tell("lets go: " + e.getMessage());
      if (park.broker.isThere()) {
        answers.arriveSome();
      }
      end(300);
    }
  }

  /** The group gives it the park. */
  void assign() {
    if (owns) {
      lose();
    }
    owns = true;
    attempt(engine::assign);
    tell("is given the park");
  }

  /** The group takes the park, and it can still note what it knows. */
  void revoke() {
    tell("is asked for the park");
    attempt(engine::revoke);
    owns = false;
  }

  private void lose() {
    tell("learns that the park is somebody else's");
    engine.lose();
    owns = false;
  }

  void freeze(long millis) {
    if (isWell()) {
      tell("freezes");
      frozen = true;
      park.timeline.in(millis, this::wake);
    }
  }

  /** Goes on as if nothing had happened. */
  void wake() {
    if (frozen) {
      tell("wakes");
      frozen = false;
    }
  }

  /** Lets it crash at one of its next notes, before or after that is written. */
  void crashSoon() {
    crashIn = random.nextInt(1, 6);
  }

  private void mayCrash() {
    if (crashIn > 0 && --crashIn == 0) {
      throw new Crash();
    }
  }

  /** Ends it here and now; of what it had under way some may still arrive. */
  void kill() {
    if (engine != null) {
      tell("crashes");
      if (park.broker.isThere() && !frozen && random.nextBoolean()) {
        answers.arriveSome();
      }
      end(EngineGroup.SESSION_MILLIS);
    }
  }

  private void end(long untilNoticedMillis) {
    engine = null;
    frozen = false;
    owns = false;
    crashIn = 0;
    park.timeline.in(random.nextLong(200, 3_000), this::start);
    park.timeline.in(untilNoticedMillis, park.group::elect);
  }

  private void tell(String what) {
    park.timeline.tell(() -> name + " " + what);
  }
}
