package fwq.common.talk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fwq.common.park.ParkMap;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideState;
import fwq.common.park.RideStatus;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FrameJsonTest {
  private static final Ride RIDE = new Ride(7, "tower", "The \"Tower\"\n", Position.GATE, 10, 20);

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
            + "\"name\":\"The \\\"Tower\\\"\\n\",\"state\":\"OPEN\",\"wait\":25,\"queue\":50}]}",
        line(RideStatus.open(RIDE, 50, 25, 1)));
  }

  @Test
  void rideThatIsNotOpenHasNeitherWaitNorQueue() {
    String line = line(RideStatus.without(RIDE, RideState.NO_DATA, OptionalLong.of(1)));
    assertFalse(line.contains("wait") || line.contains("queue"), line);
  }

  @Test
  void nobodysNameIsInIt() {
    assertFalse(line(RideStatus.open(RIDE, 50, 25, 1)).contains("ana"));
  }
}
