package fwq.trials.wholepark;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.talk.sensor.Reading;
import fwq.common.talk.sensor.ReadingCodec;
import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsReply;
import fwq.kit.json.BadMessageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** The rides with their lines and sensors, and the waiting time server with what it has heard. */
final class RideHall {
  private final Timeline timeline;
  private final SplittableRandom random;
  private final List<Sensor> sensors = new ArrayList<>();
  private LongSupplier brokerClock = () -> 0;
  private boolean serverThere = true;

  /** One ride, its sensor, and its newest reading. */
  private final class Sensor {
    private final Ride ride;
    private final Line line;
    private boolean works = true;
    private OptionalInt people = OptionalInt.empty();
    private long readAt;
    private long trulyReadAt = Long.MIN_VALUE / 2;

    Sensor(Ride ride, Duration minute) {
      this.ride = ride;
      this.line = new Line(ride, minute, random, timeline.now());
    }

    void speak() {
      if (works) {
        byte[] value = ReadingCodec.write(new Reading(0, ride.id(), line.peopleAt(timeline.now())));
        timeline.in(random.nextLong(2, 80), () -> hear(value));
      }
      timeline.in(random.nextLong(1_000, 3_001), this::speak);
    }

    private void hear(byte[] value) {
      try {
        people = OptionalInt.of(ReadingCodec.read(value).people());
      } catch (BadMessageException e) {
        throw new AssertionError("a sensor said something unreadable", e);
      }
      readAt = Math.min(brokerClock.getAsLong(), timeline.now());
      trulyReadAt = timeline.now();
    }
  }

  RideHall(Timeline timeline, SplittableRandom random, Duration minute) {
    this.timeline = timeline;
    this.random = random;
    for (int id = random.nextInt(1, 5) - 1; id >= 0; id--) {
      Position position = Position.ofCell(random.nextInt(Position.CELLS));
      Ride ride =
          new Ride(
              id,
              "ride_" + id,
              "Ride " + id,
              position,
              random.nextInt(1, 6),
              random.nextInt(5, 21));
      sensors.add(new Sensor(ride, minute));
    }
  }

  /** The sensors begin to speak. */
  void open(LongSupplier brokersClock) {
    brokerClock = brokersClock;
    sensors.forEach(Sensor::speak);
  }

  /** What the server answers; nothing while it is away. */
  Optional<byte[]> reply() {
    if (!serverThere) {
      return Optional.empty();
    }
    long now = timeline.now();
    return Optional.of(
        WaitsCodec.write(
            new WaitsReply.Waits(
                sensors.stream()
                    .map(it -> Waits.of(it.ride, it.people, it.readAt, now))
                    .toList())));
  }

  /** When, truly, the newest reading of a ride arrived. */
  long readAt(int id) {
    return sensors.stream().filter(it -> it.ride.id() == id).findAny().orElseThrow().trulyReadAt;
  }

  /** One of the sensors breaks or is mended; or the server goes or returns. */
  void trouble() {
    if (random.nextInt(3) == 0) {
      serverThere = !serverThere;
    } else {
      Sensor sensor = sensors.get(random.nextInt(sensors.size()));
      sensor.works = !sensor.works;
    }
  }

  void heal() {
    serverThere = true;
    sensors.forEach(it -> it.works = true);
  }
}
