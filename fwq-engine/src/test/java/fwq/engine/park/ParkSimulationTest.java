package fwq.engine.park;

import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.common.park.Direction;
import fwq.common.park.Position;
import fwq.common.signing.Session;
import fwq.common.talk.visit.Ended;
import fwq.common.talk.visit.ParkEvent;
import fwq.common.talk.visit.VisitorEvent.Enter;
import fwq.common.talk.visit.VisitorEvent.Here;
import fwq.common.talk.visit.VisitorEvent.Leave;
import fwq.common.talk.visit.VisitorEvent.Move;
import fwq.engine.park.SimulatedPark.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whole days of random guests, networks, clocks and crashes, each from one seed. {@code
 * -Dfwq.seed=N} repeats one of them.
 */
final class ParkSimulationTest {
  private static final int RUNS = Integer.getInteger("fwq.runs", 10_000);
  private static final int STEPS = 90;
  private static final List<Direction> DIRECTIONS = List.of(Direction.values());

  @Test
  void parkHoldsWhateverGuestsNetworkClockAndCrashesDo() {
    Long wanted = Long.getLong("fwq.seed");
    if (wanted != null) {
      day(wanted, Fault.NONE);
      return;
    }
    long first = System.nanoTime();
    for (long seed = first; seed < first + RUNS; seed++) {
      day(seed, Fault.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void simulationFindsAFault(Fault fault) {
    assertThrows(
        AssertionError.class,
        () -> {
          for (long seed = 0; seed < RUNS; seed++) {
            day(seed, fault);
          }
        });
  }

  private static void day(long seed, Fault fault) {
    int step = 0;
    try {
      Day day = new Day(new SplittableRandom(seed), fault);
      for (; step < STEPS; step++) {
        day.step();
      }
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("-Dfwq.seed=" + seed + " step " + step + ": " + e.getMessage(), e);
    }
  }

  /** One day: what happens next is drawn by lot. */
  private static final class Day {
    private final SplittableRandom random;
    private final SimulatedPark park;
    private final List<Guest> guests = new ArrayList<>();
    private final RandomOperators office;
    private final List<ParkEvent> onTheWay = new ArrayList<>();
    private final List<ParkEvent> overheard = new ArrayList<>();
    private long now = 1_000_000;

    private static final class Guest {
      private final String alias;
      private Session session;
      private long at;

      Guest(String alias, Session session) {
        this.alias = alias;
        this.session = session;
      }
    }

    Day(SplittableRandom random, Fault fault) {
      this.random = random;
      int capacity = random.nextInt(4) == 0 ? random.nextInt(1, 10_001) : random.nextInt(1, 6);
      this.park = new SimulatedPark(capacity, fault);
      this.office = new RandomOperators(random, capacity);
      for (int i = random.nextInt(1, 12); i > 0; i--) {
        guests.add(new Guest("guest" + i, session("guest" + i)));
      }
    }

    void step() {
      switch (random.nextInt(20)) {
        case 0 -> park.crash();
        case 1 -> park.note();
        case 2 -> silence(random.nextInt(4, 13));
        case 3 -> leap();
        case 4, 5 -> park.tellNext();
        case 6, 7 -> deliverLate();
        case 8, 9 -> replay();
        default -> {
          now += random.nextLong(400);
          say(guests.get(random.nextInt(guests.size())));
        }
      }
    }

    /** The engine alone speaks, and may fall behind by a little. */
    private void silence(int seconds) {
      for (int i = 0; i < seconds; i++) {
        now += random.nextLong(1_000, 1_300);
        park.tick(now);
      }
    }

    /** The engine or the broker was away, the day went by, or someone set the broker's clock. */
    private void leap() {
      now +=
          switch (random.nextInt(8)) {
            case 0 -> 90_000;
            case 1 -> -20_000;
            case 2 -> -500;
            default -> random.nextLong(3_000, 15_000);
          };
    }

    private void say(Guest guest) {
      guest.at += random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3);
      Position position = park.places().getOrDefault(guest.alias, Position.GATE);
      ParkEvent event =
          switch (random.nextInt(12)) {
            case 11 -> office.order(now);
            case 10 -> end(guest.session);
            case 0 -> {
              guest.session = session(guest.alias);
              // A new device may have another clock.
              guest.at = random.nextInt(100);
              yield new Enter(guest.session, guest.at);
            }
            case 1, 2, 3 -> new Enter(guest.session, guest.at);
            case 4 -> new Here(guest.alias, guest.at);
            case 5 -> new Leave(guest.alias, guest.at);
            case 6 -> new Move(guest.alias, guest.at, anywhere());
            default -> new Move(guest.alias, guest.at, position.step(anyway()));
          };
      overheard.add(event);
      switch (random.nextInt(6)) {
        case 0 -> onTheWay.add(event);
        case 1 -> {
          park.deliver(event, now);
          onTheWay.add(event);
        }
        default -> park.deliver(event, now);
      }
    }

    /** A logout ends this login and those before it, a new password only those before it. */
    private Ended end(Session session) {
      long last = session.issuedAt() - random.nextInt(2);
      return Ended.upTo(session.alias(), last, session.expiresAt());
    }

    private void deliverLate() {
      if (!onTheWay.isEmpty()) {
        park.deliver(onTheWay.remove(random.nextInt(onTheWay.size())), now);
      }
    }

    private void replay() {
      if (!overheard.isEmpty()) {
        park.deliver(overheard.get(random.nextInt(overheard.size())), now);
      }
    }

    private Session session(String alias) {
      return new Session(alias, now, now + 60_000);
    }

    private Position anywhere() {
      return Position.ofCell(random.nextInt(Position.CELLS));
    }

    private Direction anyway() {
      return DIRECTIONS.get(random.nextInt(DIRECTIONS.size()));
    }
  }
}
