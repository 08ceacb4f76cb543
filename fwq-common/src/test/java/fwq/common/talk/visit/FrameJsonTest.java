package fwq.common.talk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.FoodCarts;
import fwq.common.park.FoodCarts.CartSpot;
import fwq.common.park.FoodCarts.Fugitive;
import fwq.common.park.ParkMap;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FrameJsonTest {
  private static final Ride RIDE = new Ride(7, "tower", "The \"Tower\"", Position.GATE, 10, 20);

  private static String line(RideStatus ride) {
    return FrameJson.line(
        new MapFrame(
            2,
            3,
            17,
            512,
            1_795_247_710_360L,
            new ParkMap(
                1,
                1_000,
                List.of(ride),
                List.of(new ParkMap.Headcount(Position.GATE, 1)),
                List.of(new ParkMap.Whereabouts("ana", Position.GATE)))));
  }

  @Test
  void lineHasWhatThereIsToCount() {
    assertEquals(
        "{\"time\":\"2026-11-21T07:55:10.360Z\",\"park\":2,\"epoch\":3,\"seq\":17,\"offset\":512,"
            + "\"inside\":1,\"capacity\":1000,\"rides\":[{\"id\":7,\"key\":\"tower\","
            + "\"name\":\"The \\\"Tower\\\"\",\"state\":\"OPEN\",\"wait\":25,\"queue\":50}]}",
        line(RideStatus.open(RIDE, 50, 25, 1)));
  }

  @Test
  void rideThatIsNotOpenHasNeitherWaitNorQueue() {
    String line = line(RideStatus.without(RIDE, RideState.NO_DATA, OptionalLong.of(1)));
    assertFalse(line.contains("wait") || line.contains("queue"), line);
  }

  @Test
  void foodCartsAreThereWhereTheyAreKnown() {
    ParkMap map =
        new ParkMap(0, 1_000, List.of(), List.of(), List.of())
            .with(
                Optional.of(
                    new FoodCarts(
                        List.of(new CartSpot(Plate.of("PARK-01"), Position.ofCell(42), 17)),
                        List.of(new Fugitive(Position.ofCell(200), 3)))));
    String line = FrameJson.line(new MapFrame(0, 3, 17, 512, 1_795_247_710_360L, map));
    assertTrue(
        line.endsWith(
            ",\"carts\":[{\"plate\":\"PARK-01\",\"position\":42,\"stock\":17}],"
                + "\"fugitives\":[{\"position\":200,\"count\":3}]}"),
        line);
    assertFalse(line(RideStatus.open(RIDE, 50, 25, 1)).contains("carts"));
  }

  @Test
  void nobodysNameIsInIt() {
    assertFalse(line(RideStatus.open(RIDE, 50, 25, 1)).contains("ana"));
  }
}
