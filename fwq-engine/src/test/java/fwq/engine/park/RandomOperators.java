package fwq.engine.park;

import fwq.common.park.DayHours;
import fwq.common.park.RideState;
import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.common.talk.operate.Cause;
import fwq.common.talk.operate.OperatorWord;
import fwq.common.talk.visit.Operate;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** An operator, and one at the console, who say anything. */
final class RandomOperators {
  private final SplittableRandom random;
  private final int capacity;
  private Optional<Session> boss = Optional.empty();

  RandomOperators(SplittableRandom random, int capacity) {
    this.random = random;
    this.capacity = capacity;
  }

  Operate order(long now) {
    if (boss.isEmpty() || random.nextInt(8) == 0) {
      boss = Optional.of(new Session("boss", now, now + 60_000, "boss", Role.OPERATOR));
    }
    Optional<Session> by = random.nextInt(3) == 0 ? Optional.empty() : boss;
    return new Operate(by, now - random.nextInt(3), word(now));
  }

  private OperatorWord word(long now) {
    return switch (random.nextInt(11)) {
      case 0, 1 -> new OperatorWord.Gate(false, Optional.of("Storm"));
      case 2, 3, 4 -> new OperatorWord.Gate(true, Optional.empty());
      case 5 -> new OperatorWord.Clear();
      case 6 ->
          new OperatorWord.Capacity(
              random.nextBoolean()
                  ? OptionalInt.empty()
                  : OptionalInt.of(random.nextInt(1, capacity + 1)));
      case 7 ->
          new OperatorWord.Running(
              random.nextInt(4),
              List.of(RideState.OPEN, RideState.DOWN, RideState.CLOSED).get(random.nextInt(3)),
              random.nextBoolean() ? Cause.OPERATOR : Cause.WEATHER,
              Optional.empty());
      case 8 -> hours(now);
      case 9 ->
          new OperatorWord.DateHours(
              day(now), random.nextBoolean() ? Optional.empty() : Optional.of(DayHours.CLOSED));
      default ->
          new OperatorWord.Zone(
              random.nextBoolean() ? ZoneId.of("UTC") : ZoneId.of("Asia/Kathmandu"));
    };
  }

  /** They open or close the park within the next minutes, or always. */
  private OperatorWord hours(long now) {
    int minute =
        Instant.ofEpochMilli(now).atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 60;
    DayHours hours =
        switch (random.nextInt(3)) {
          case 0 -> new DayHours((minute + 1) % 1_440, 600);
          case 1 -> new DayHours(Math.floorMod(minute - 60, 1_440), 61 + random.nextInt(2));
          default -> DayHours.ALL_DAY;
        };
    return new OperatorWord.WeekHours(new TreeSet<>(List.of(DayOfWeek.values())), hours);
  }

  private static LocalDate day(long now) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneOffset.UTC).withYear(2026);
  }
}
