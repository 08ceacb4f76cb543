package fwq.web.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.FoodCarts;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.web.Samples;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final String RIDES =
      "\"rides\":[{\"id\":0,\"name\":\"Carousel\",\"position\":21,\"state\":\"OPEN\",\"wait\":25,"
          + "\"reason\":null,\"queue\":40,\"cycle\":10},{\"id\":3,"
          + "\"name\":\"River \\\"Rapids\\\" <b>\",\"position\":250,\"state\":\"DOWN\","
          + "\"wait\":null,\"reason\":null,\"cycle\":15}],\"cells\":[[0,2],[21,1]]";

  @Test
  void helloSaysWhoSpeaksAndWhenToComeBack() {
    assertEquals(
        """
        retry: 2500
        event: hello
        data: {"v":1,"build":"1f","park":0,"zone":"UTC","at":12}

        """,
        Events.hello(2_500, "1f", 0, "UTC", 12));
  }

  @Test
  void guestsSeeNames() {
    assertEquals(
        "id: 7-3\nevent: frame\ndata: {\"at\":1800000000000,\"ageMs\":40,\"open\":true,"
            + "\"reason\":null,\"zone\":\"UTC\",\"inside\":3,\"capacity\":1000,"
            + RIDES
            + ",\"visitors\":[[\"ana\",0],[\"\",21]]}\n\n",
        Events.frame(Samples.frame(3, Samples.AT, 25), 40, Audience.GUESTS));
  }

  @Test
  void publicSeesCountsOnly() {
    assertEquals(
        "id: 7-3\nevent: frame\ndata: {\"at\":1800000000000,\"ageMs\":40,\"open\":true,"
            + "\"reason\":null,\"zone\":\"UTC\",\"inside\":3,\"capacity\":1000,"
            + RIDES
            + "}\n\n",
        Events.frame(Samples.frame(3, Samples.AT, 25), 40, Audience.PUBLIC));
  }

  @Test
  void cartsAreThereForEverybodyWhereTheyAreKnown() {
    MapFrame frame = Samples.frame(3, Samples.AT, 25);
    FoodCarts carts =
        new FoodCarts(
            List.of(new FoodCarts.CartSpot(Plate.of("CARTO1"), Position.ofCell(7), 12)),
            List.of(new FoodCarts.Fugitive(Position.ofCell(9), 2)));
    MapFrame withCarts =
        new MapFrame(
            frame.park(),
            frame.epoch(),
            frame.seq(),
            frame.offset(),
            frame.at(),
            frame.map().with(Optional.of(carts)));
    String told = Events.frame(withCarts, 40, Audience.PUBLIC);
    assertTrue(
        told.contains(
            "\"carts\":[{\"plate\":\"CARTO1\",\"position\":7,\"stock\":12}],\"fugitives\":[[9,2]]"),
        told);
  }

  @Test
  void guestSeesItsWay() {
    Me me =
        new Me(
            Me.State.INSIDE,
            Optional.of(Position.GATE),
            OptionalInt.of(0),
            Optional.empty(),
            List.of(Position.ofCell(21)),
            false,
            Optional.of(new Me.Alert(3, 20, OptionalInt.empty())),
            Optional.empty());
    assertEquals(
        """
        event: me
        data: {"state":"INSIDE","position":0,"heading":0,"cart":null,"path":[21],"autopilot":false,\
        "alert":{"ride":3,"below":20},"reason":null}

        """,
        Events.me(me));
    assertEquals(
        """
        event: me
        data: {"state":"INSIDE","position":0,"heading":0,"cart":null,"path":[21],"autopilot":false,\
        "alert":{"ride":3,"below":20,"fired":true,"wait":15},"reason":null}

        """,
        Events.me(me.withAlert(new Me.Alert(3, 20, OptionalInt.of(15)))));
  }

  @Test
  void awayHasSinceAndBackHasNone() {
    assertEquals(
        "event: away\ndata: {\"what\":\"ENGINE\",\"since\":12}\n\n",
        Events.away(Away.ENGINE, OptionalLong.of(12)));
    assertEquals(
        "event: away\ndata: {\"what\":\"BROKER\",\"since\":null}\n\n",
        Events.away(Away.BROKER, OptionalLong.empty()));
  }

  @Test
  void endSaysWhy() {
    assertEquals("event: end\ndata: {\"reason\":\"ELSEWHERE\"}\n\n", Events.end(End.ELSEWHERE));
  }
}
