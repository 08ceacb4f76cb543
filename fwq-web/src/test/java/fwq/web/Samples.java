package fwq.web;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.signing.Session;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.Secret;
import fwq.web.guest.Login;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Parks and guests for tests. */
public final class Samples {
  /** The time of the park's first frame. */
  public static final long AT = 1_800_000_000_000L;

  public static final Ride CAROUSEL =
      new Ride(0, "carousel", "Carousel", Position.ofCell(21), 10, 20);
  public static final Ride RAPIDS =
      new Ride(3, "rapids", "River \"Rapids\" <b>", Position.ofCell(250), 15, 18);

  private Samples() {}

  /** A login that lasts an hour. */
  public static Login login(String alias, long issuedAt) {
    return new Login(
        new Session(alias, issuedAt, issuedAt + 3_600_000),
        new Secret("ticket-of-" + alias),
        new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32])),
        OptionalInt.empty());
  }

  /** A frame of park 0 in which the carousel's wait is that. */
  public static MapFrame frame(long seq, long at, int waitMinutes) {
    return new MapFrame(0, 7, seq, seq, at, map(waitMinutes));
  }

  /** A park of two rides, one of them out of order, and three guests, one without a name. */
  public static ParkMap map(int waitMinutes) {
    return new ParkMap(
        3,
        1000,
        List.of(
            RideStatus.open(CAROUSEL, 40, waitMinutes, AT),
            RideStatus.without(RAPIDS, RideState.DOWN, OptionalLong.empty())),
        List.of(
            new ParkMap.Headcount(Position.GATE, 2), new ParkMap.Headcount(Position.ofCell(21), 1)),
        List.of(
            new ParkMap.Whereabouts("ana", Position.GATE),
            new ParkMap.Whereabouts("", Position.ofCell(21))));
  }
}
