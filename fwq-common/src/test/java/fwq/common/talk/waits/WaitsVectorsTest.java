package fwq.common.talk.waits;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.kit.json.ErrorCode;
import fwq.testkit.Vector;
import fwq.testkit.VectorsContract;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The bytes of this conversation. */
final class WaitsVectorsTest extends VectorsContract {
  @Override
  protected List<Vector> vectors() {
    return all();
  }

  private static List<Vector> all() {
    return List.of(
        Vector.of(
            WaitsCodec.class,
            "waits-request",
            new WaitsRequest(0),
            WaitsCodec::write,
            WaitsCodec::readRequest),
        Vector.of(
            WaitsCodec.class,
            "waits-request-park",
            new WaitsRequest(3),
            WaitsCodec::write,
            WaitsCodec::readRequest),
        waitsReply("waits", new WaitsReply.Waits(rides())),
        waitsReply("waits-none", new WaitsReply.Waits(List.of())),
        waitsReply("error", WaitsReply.Refused.of(ErrorCode.BAD_REQUEST, "no “such” thing 🤷")));
  }

  private static List<RideStatus> rides() {
    return List.of(
        RideStatus.open(
            new Ride(0, "carousel", "Carousel", Position.ofCell(21), 10, 20),
            54,
            25,
            1_700_000_000_000L),
        RideStatus.open(
            new Ride(9_999, "a".repeat(40), "Ñandú 🎢", Position.ofCell(399), 240, 10_000),
            100_000,
            Integer.MAX_VALUE,
            Long.MAX_VALUE),
        idle(1, "x".repeat(60), 0, RideState.NO_DATA, OptionalLong.empty()),
        idle(2, "b", 1, RideState.DOWN, OptionalLong.of(0)),
        idle(3, "c", 2, RideState.CLOSED, OptionalLong.empty()));
  }

  private static RideStatus idle(
      int id, String name, int cell, RideState state, OptionalLong readAt) {
    Ride ride = new Ride(id, "r_" + id, name, Position.ofCell(cell), 1, 1);
    return new RideStatus(ride, state, OptionalInt.empty(), OptionalInt.empty(), readAt);
  }

  private static Vector waitsReply(String name, WaitsReply message) {
    return Vector.of(WaitsCodec.class, name, message, WaitsCodec::write, WaitsCodec::readReply);
  }
}
