package fwq.trials.wholepark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.signing.SharedSecret;
import fwq.guest.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * One run: a park, its surroundings, a while of trouble, half a minute of calm, and the verdict.
 */
final class WholePark {
  static final SharedSecret SECRET = SharedSecret.of(new byte[32]);

  private static final long TROUBLE_MILLIS = 15_000;
  private static final long CALM_MILLIS = 30_000;

  /** In the end everybody stands for so long, so that the last step has been seen. */
  private static final long STANDING_MILLIS = 3_000;

  final Timeline timeline;
  final Fault fault;
  final SplittableRandom random;
  final int engineCapacity;
  final RideHall rides;
  final Audit audit;
  final SimulatedBroker broker;
  final EngineGroup group;
  final Network network;
  final List<GuestProgram> programs = new ArrayList<>();
  private final int capacity;
  private final long minuteMillis;
  private final Trouble trouble;

  WholePark(long seed, Fault fault, Timeline timeline) {
    this.timeline = timeline;
    this.fault = fault;
    this.random = new SplittableRandom(seed);
    capacity = random.nextInt(4) == 0 ? random.nextInt(1, 10_001) : random.nextInt(1, 6);
    engineCapacity = fault == Fault.LETS_ONE_TOO_MANY_IN ? capacity + 1 : capacity;
    minuteMillis = random.nextLong(800, 1_500);
    rides = new RideHall(timeline, random.split(), Duration.ofMillis(minuteMillis));
    audit = new Audit(capacity, new Twin(engineCapacity, SECRET), rides, timeline);
    broker = new SimulatedBroker(timeline, audit);
    network = new Network(broker, timeline, random.split());
    group = new EngineGroup(broker, timeline, random.split());
    rides.open(broker::clock);
    EngineProcess first = new EngineProcess("engine 1", this);
    if (random.nextInt(4) == 0) {
      group.join(first);
    } else {
      group.join(first, new EngineProcess("engine 2", this));
    }
    for (int i = random.nextInt(1, 3); i > 0; i--) {
      programs.add(new GuestProgram(this));
    }
    for (int guest = random.nextInt(1, 13); guest > 0; guest--) {
      logIn(programs.get(guest % programs.size()), "guest" + guest);
    }
    trouble = new Trouble(this);
  }

  /** A guest logs in, on a device of that program. */
  void logIn(GuestProgram program, String alias) {
    program.add(
        new Stay(
            Trouble.session(alias, timeline.now(), random),
            network,
            timeline,
            random.split(),
            minuteMillis));
  }

  /** Lets everything happen, and looks after each event. */
  void run() {
    long healed = Timeline.START + TROUBLE_MILLIS;
    timeline.runUntil(healed, this::look);
    trouble.end();
    timeline.runUntil(healed + CALM_MILLIS - STANDING_MILLIS, this::look);
    programs.forEach(program -> program.stays().forEach(Stay::stand));
    timeline.runUntil(healed + CALM_MILLIS, this::look);
    judge();
  }

  private void look() {
    EngineProcess owner = group.owner();
    audit.look(owner != null && owner.isSettled());
  }

  /** In the end everybody agrees with the park. */
  private void judge() {
    assertTrue(group.owner().isWell() && group.owner().owns(), "the park has an owner");
    assertTrue(audit.allRidesAreOpen(), "every ride has a wait again");
    ParkMap map = audit.map();
    Map<String, Position> places =
        map.visitors().stream()
            .collect(Collectors.toMap(ParkMap.Whereabouts::name, ParkMap.Whereabouts::position));
    int inside = 0;
    for (GuestProgram program : programs) {
      for (Stay stay : program.stays()) {
        Visit visit = stay.visit();
        boolean has = audit.sessionOf(visit.session().alias()).equals(Optional.of(visit.session()));
        Optional<Position> there =
            has ? Optional.of(places.get(visit.session().alias())) : Optional.empty();
        assertEquals(there, visit.position(), stay + " and the park agree");
        inside += has ? 1 : 0;
        if (visit.wantsIn() && !has) {
          assertTrue(!stay.waitsInVain(), stay + " is told why it is outside");
          assertEquals(capacity, map.inside(), stay + " is outside because the park is full");
        }
      }
    }
    assertEquals(map.inside(), inside, "inside are guests who know it");
  }
}
