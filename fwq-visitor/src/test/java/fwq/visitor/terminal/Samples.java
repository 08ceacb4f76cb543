package fwq.visitor.terminal;

import fwq.common.park.DayHours;
import fwq.common.park.OpeningHours;
import fwq.common.park.ParkMap;
import fwq.common.park.ParkSign;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.park.RideTable;
import fwq.common.signing.Session;
import fwq.common.signing.SessionKey;
import fwq.common.signing.SharedSecret;
import fwq.kit.json.Secret;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Parks and guests to try things on. */
final class Samples {
  static final Session SESSION = new Session("ana", 1_000, 10_000_000);
  static final SessionKey KEY = SessionKey.derive(SharedSecret.of(new byte[32]), SESSION);
  static final Login LOGIN = new Login(new Secret("ticket"), SESSION, KEY, Optional.empty());

  private Samples() {}

  static Ride ride(int index) {
    return RideTable.DEFAULT.get(index);
  }

  static RideStatus open(int ride, int queue, int wait) {
    return RideStatus.open(ride(ride), queue, wait, 1);
  }

  static RideStatus without(int ride, RideState state) {
    return RideStatus.without(ride(ride), state, OptionalLong.of(1));
  }

  static ParkMap.Headcount heads(int cell, int count) {
    return new ParkMap.Headcount(Position.ofCell(cell), count);
  }

  static ParkMap.Whereabouts guest(String alias, int cell) {
    return new ParkMap.Whereabouts(alias, Position.ofCell(cell));
  }

  /** A park with a name, and hours by its own clocks. */
  static ParkSign sign(boolean open, Optional<String> reason) {
    OpeningHours hours = OpeningHours.ALWAYS;
    for (DayOfWeek day : DayOfWeek.values()) {
      hours = hours.with(day, DayHours.parse("10:00-20:00"));
    }
    return new ParkSign(open, reason, Optional.of("Fun Park"), ZoneId.of("Europe/Madrid"), hours);
  }

  /** Four rides, of which one is open for a short wait, and nobody else. */
  static ParkMap park(
      List<ParkMap.Headcount> cells, List<ParkMap.Whereabouts> visitors, RideStatus... rides) {
    int inside = cells.stream().mapToInt(ParkMap.Headcount::count).sum();
    return new ParkMap(inside, 1_000, List.of(rides), cells, visitors);
  }
}
