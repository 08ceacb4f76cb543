package fwq.web.trip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fwq.common.talk.trips.AgencyReply;
import fwq.common.talk.trips.Choice;
import fwq.common.talk.trips.Choice.Priced;
import fwq.common.talk.trips.Found;
import fwq.common.talk.trips.Leg;
import fwq.common.talk.trips.Matches;
import fwq.common.talk.trips.Refusal;
import fwq.common.talk.trips.Service.Tour;
import fwq.common.talk.trips.Towns;
import fwq.guest.trips.Field;
import fwq.guest.trips.Page;
import fwq.guest.trips.TripPlan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bytes of a plan, which the pages read. */
class PlanDocumentTest {
  private static final LocalDate DAY = LocalDate.of(2027, 5, 10);
  private static final Instant NOW = Instant.parse("2027-05-01T08:00:00Z");

  private static TripPlan listed() {
    Tour tour = new Tour("<b>Old</b>", "Old town", "Town hall", "PMI", DAY, LocalTime.of(9, 0));
    Choice choice = new Choice(tour, List.of(new Priced(20, 2_100)), 5, NOW);
    Map<Field, String> typed = Map.of(Field.TOURISTS, "2");
    return new TripPlan(
            new UUID(1, 2), Page.TOUR_FORM, typed, Map.of(), Map.of(), List.of(), Optional.empty())
        .heard(
            Leg.TOURS,
            new Found("EUR", Matches.of(List.of(choice)), Optional.empty(), OptionalInt.of(3)));
  }

  private static final String TOUR =
      "\"service\":{\"kind\":\"tour\",\"tour\":\"<b>Old</b>\",\"place\":\"Old town\","
          + "\"address\":\"Town hall\",\"city\":\"PMI\",\"day\":\"2027-05-10\",\"hour\":\"09:00\"}";

  private static final String ID = "\"trip\":\"00000000-0000-0001-0000-000000000002\"";

  @Test
  void listSaysWhatThereIsWhatItCostsAndWhatWasChosen() {
    assertEquals(
        "{\"page\":\"TOURS\","
            + ID
            + ",\"currency\":\"EUR\",\"total\":4200,\"typed\":{\"TOURISTS\":\"2\"},\"wrong\":{},"
            + "\"open\":[\"FLIGHT_FORM\",\"HOTEL_FORM\",\"TOUR_FORM\",\"TOURS\",\"WHOLE\"],"
            + "\"tookMillis\":3,\"lists\":[{\"choices\":[{\"name\":\"20\","
            + TOUR
            + ",\"price\":2100,\"left\":5,\"chosen\":true}]}],"
            + "\"chosen\":[{\"leg\":\"TOURS\",\"list\":0,\"quantity\":2,\"total\":4200,"
            + TOUR
            + "}]",
        text(listed().choose(0, 0)));
  }

  @Test
  void refusalHasItsLegAndItsReason() {
    TripPlan refused =
        listed()
            .choose(0, 0)
            .next()
            .answered(
                new AgencyReply.Refused(Optional.of(Leg.TOURS), new Refusal.SoldOut(20, 1)),
                new UUID(1, 2));
    String text = text(refused);
    assertEquals(
        ",\"notice\":{\"code\":\"REFUSED\",\"leg\":\"TOURS\",\"why\":\"SOLD_OUT\",\"left\":1}",
        text.substring(text.indexOf(",\"notice\"")));
  }

  @Test
  void newPlanIsOpenAtItsFormsAlone() {
    TripPlan plan = TripPlan.begin(new UUID(1, 2), Towns.ofPark(0));
    String text = text(plan);
    assertEquals(
        "\"open\":[\"FLIGHT_FORM\",\"HOTEL_FORM\",\"TOUR_FORM\"],\"lists\":[],\"chosen\":[]",
        text.substring(text.indexOf("\"open\"")));
  }

  /** Without the towns, which are the same each time. */
  private static String text(TripPlan plan) {
    String whole = new String(PlanDocument.of(plan).bytes(), StandardCharsets.UTF_8);
    return whole.substring(0, whole.indexOf(",\"towns\""));
  }
}
