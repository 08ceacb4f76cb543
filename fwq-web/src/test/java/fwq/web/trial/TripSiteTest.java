package fwq.web.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.kit.json.JsonText;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(240)
class TripSiteTest {
  /** Far enough ahead for every town's clocks; an odd day, on which there is a tour. */
  private final LocalDate out = LocalDate.now(ZoneOffset.UTC).plusMonths(1).withDayOfMonth(9);

  private FakePark park;
  private FakePark.Web web;
  private final PlainGuest ana = new PlainGuest(() -> web.address());

  @BeforeEach
  void open() throws Exception {
    park = new FakePark();
    web = park.web();
    assertTrue(ana.register("ana").body().contains("\"trips\":true"));
  }

  @AfterEach
  void close() throws IOException {
    park.close();
  }

  @Test
  void wholeTripIsPlannedBookedListedAndGivenBack() throws Exception {
    JsonNode plan = json(ana.get("/app/trip?park=0"));
    assertEquals("FLIGHT_FORM", text(plan, "page"));
    assertEquals("Ana", plan.get("typed").get("TRAVELLER").stringValue());
    plan = flights();
    assertEquals("FLIGHTS", text(plan, "page"));
    assertEquals(2, plan.get("lists").size());
    plan = choose("FLIGHTS", "\"choice0\":\"2\",\"choice1\":\"3\"");
    assertEquals("HOTEL_FORM", text(plan, "page"));
    String town = plan.get("typed").get("CITY").stringValue();
    assertEquals("HOTELS", text(step("search", "HOTEL_FORM", hotel(town)), "page"));
    plan = choose("HOTELS", "\"choice0\":\"10\"");
    assertEquals("TOUR_FORM", text(plan, "page"));
    plan = step("skip", "TOUR_FORM", "");
    assertEquals("WHOLE", text(plan, "page"));
    assertEquals(2 * (6_000 + 4_000) + 9_000, plan.get("total").intValue());
    plan = step("book", "WHOLE", ",\"TRAVELLER\":\"Ana\"");
    assertEquals("BOOKED", text(plan, "page"));
    assertEquals("BOOKED", text(step("book", "WHOLE", ""), "page"), "said again");
    assertEquals(1, park.agency.trips());
    String trip = text(plan, "trip");
    assertEquals(trip, text(json(ana.get("/app/trips")).get("trips").get(0), "trip"));
    JsonNode inside = json(ana.get("/app/trips/" + trip));
    assertEquals("stay", text(inside.get("parts").get(0).get("service"), "kind"));
    JsonNode gone = json(ana.post("/app/trips/cancel", "{\"trip\":\"" + trip + "\"}"));
    assertEquals("CANCELLED", text(gone, "state"));
    assertEquals(0, park.agency.trips());
    assertNotEquals(trip, text(json(ana.post("/app/trip/new", "{}")), "trip"));
  }

  @Test
  void eachWrongFieldSaysWhyAndWhatWasTypedStays() throws Exception {
    JsonNode plan =
        step(
            "search",
            "FLIGHT_FORM",
            ",\"TO\":\"Palm\",\"DAY_OUT\":\"2027-02-31\",\"DAY_BACK\":\"\",\"SEATS\":\"1000\"");
    assertEquals("FLIGHT_FORM", text(plan, "page"));
    assertEquals("UNKNOWN_TOWN", text(plan.get("wrong"), "TO"));
    assertEquals("NO_DAY", text(plan.get("wrong"), "DAY_OUT"));
    assertEquals("MISSING", text(plan.get("wrong"), "DAY_BACK"));
    assertEquals("OUT_OF_RANGE", text(plan.get("wrong"), "SEATS"));
    assertEquals("Palm", text(json(ana.get("/app/trip")).get("typed"), "TO"));
  }

  @Test
  void pageThatThePlanHasNotComeToIsNotThere() throws Exception {
    for (String page : new String[] {"HOTELS", "WHOLE", "BOOKED", "NOWHERE"}) {
      HttpResponse<String> answer = ana.post("/app/trip/page", "{\"page\":\"" + page + "\"}");
      assertEquals(409, answer.statusCode(), page);
      assertTrue(answer.body().contains("NOT_THERE"), answer.body());
    }
    flights();
    assertEquals(409, post("choose", "FLIGHTS", ",\"choice0\":\"99\"").statusCode());
    assertEquals(409, post("book", "WHOLE", "").statusCode());
  }

  @Test
  void choicesSurviveGoingBackAndAreOneGuestsAlone() throws Exception {
    flights();
    choose("FLIGHTS", "\"choice0\":\"1\",\"choice1\":\"3\"");
    JsonNode back = json(ana.post("/app/trip/page", "{\"page\":\"FLIGHTS\"}"));
    assertTrue(back.get("lists").get(0).get("choices").get(0).get("chosen").booleanValue());
    PlainGuest eva = new PlainGuest(() -> web.address());
    eva.register("eva");
    assertEquals(0, json(eva.get("/app/trip")).get("chosen").size());
    assertEquals(2, json(ana.get("/app/trip")).get("chosen").size());
  }

  @Test
  void dayWithoutATourIsMovedToTheNearest() throws Exception {
    String even = out.withDayOfMonth(12).toString();
    String tour = ",\"TOUR_CITY\":\"PMI\",\"TOUR_DAY\":\"" + even + "\",\"TOURISTS\":\"2\"";
    JsonNode none = step("search", "TOUR_FORM", tour);
    String after = none.get("lists").get(0).get("after").stringValue();
    assertEquals(out.withDayOfMonth(13).toString(), after);
    JsonNode found = step("move", "TOURS", ",\"list\":0,\"day\":\"" + after + "\"");
    assertEquals(1, found.get("lists").get(0).get("choices").size());
    assertEquals(409, post("move", "TOURS", ",\"list\":0,\"day\":\"today\"").statusCode());
  }

  @Test
  void refusalIsToldAndTheNextTryIsAnotherTrip() throws Exception {
    flights();
    JsonNode whole = choose("FLIGHTS", "\"choice0\":\"1\",\"choice1\":\"3\"");
    assertEquals("TOUR_FORM", text(step("skip", "HOTEL_FORM", ""), "page"));
    assertEquals("WHOLE", text(step("skip", "TOUR_FORM", ""), "page"));
    park.agency.sellTheRoom();
    JsonNode refused = step("book", "WHOLE", ",\"TRAVELLER\":\"Ana\"");
    assertEquals("SOLD_OUT", text(refused.get("notice"), "why"));
    assertEquals("HOTELS", text(refused.get("notice"), "leg"));
    assertNotEquals(text(whole, "trip"), text(refused, "trip"));
    assertEquals(2, refused.get("chosen").size());
  }

  @Test
  void agencyThatIsAwayIsToldAndNothingIsLost() throws Exception {
    park.agency.close();
    JsonNode plan = flights();
    assertEquals("AGENCY_AWAY", text(plan.get("notice"), "code"));
    assertEquals("FLIGHT_FORM", text(plan, "page"));
    assertEquals(out.toString(), text(plan.get("typed"), "DAY_OUT"));
    assertEquals(503, ana.get("/app/trips").statusCode());
    park.agency.open();
  }

  @Test
  void whereThereIsNoAgencyThereIsNoTrip() throws Exception {
    web = park.web(0, Optional.empty());
    assertTrue(ana.get("/app/me").body().contains("\"trips\":false"));
    assertEquals(404, ana.get("/app/trip").statusCode());
  }

  private JsonNode flights() throws Exception {
    return step(
        "search",
        "FLIGHT_FORM",
        ",\"TO\":\"Palma\",\"DAY_OUT\":\"%s\",\"DAY_BACK\":\"%s\",\"SEATS\":\"2\""
            .formatted(out, out.plusDays(2)));
  }

  private String hotel(String town) {
    return ",\"CITY\":\"%s\",\"DAY_IN\":\"%s\",\"DAY_LEAVING\":\"%s\",\"PEOPLE\":\"2\""
        .formatted(town, out, out.plusDays(2));
  }

  private JsonNode choose(String page, String choices) throws Exception {
    return step("choose", page, "," + choices);
  }

  private JsonNode step(String step, String page, String more) throws Exception {
    HttpResponse<String> answer = post(step, page, more);
    assertEquals(200, answer.statusCode(), answer.body());
    return json(answer);
  }

  private HttpResponse<String> post(String step, String page, String more) throws Exception {
    return ana.post("/app/trip/" + step, "{\"page\":\"" + page + "\"" + more + "}");
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JsonText.parse(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null ? "nothing in " + node : value.stringValue();
  }
}
