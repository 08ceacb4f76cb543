package fwq.common.talk.waits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import fwq.kit.json.BadMessageException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is particular here; what holds for every message is in the vectors' test. */
final class WaitsCodecTest {
  @Test
  void rideWithoutAKeyIsNamedByItsId() throws BadMessageException {
    String reply =
        """
        {"type":"waits","rides":[{"id":0,"name":"Carousel","position":21,"cycle":10,
        "capacity":20,"queue":54,"wait":25,"state":"OPEN","readAt":1700000000000}]}
        """;
    Ride ride = new Ride(0, "ride_0", "Carousel", Position.ofCell(21), 10, 20);
    assertEquals(
        new WaitsReply.Waits(List.of(RideStatus.open(ride, 54, 25, 1_700_000_000_000L))),
        WaitsCodec.readReply(reply.getBytes(UTF_8)));
  }
}
