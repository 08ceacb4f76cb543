package fwq.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.park.FoodCarts;
import fwq.common.park.Plate;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.kit.json.JsonText;
import fwq.web.guest.Desk;
import fwq.web.history.History;
import fwq.web.http.Await;
import fwq.web.http.ClientAddress;
import fwq.web.http.HostRule;
import fwq.web.http.Limits;
import fwq.web.http.Routes;
import fwq.web.http.WebServer;
import fwq.web.trial.FakeEngine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ApiSiteTest {
  @TempDir private static Path folder;
  private static FakeEngine engine;
  private static Desk desk;
  private static History history;
  private static WebServer server;
  private static JsonNode description;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    engine =
        new FakeEngine(
            new Ride(0, "carousel", "Carousel", Position.ofCell(21), 10, 20),
            new Ride(3, "rapids", "<img onerror=alert(1)>", Position.ofCell(250), 15, 18));
    desk = new Desk(engine, RandomGenerator.getDefault(), InstantSource.system());
    engine.tell(desk);
    history = History.open(folder.resolve(History.FILE));
    Routes routes = new Routes();
    new ApiSite(desk, () -> Optional.of("abc"), history).addTo(routes);
    server =
        new WebServer(
            WebServer.Place.loopback(0),
            new WebServer.Doors(new HostRule(Set.of()), new ClientAddress(List.of()), 1_000, 1_000),
            Limits.DEFAULT,
            routes);
    Await.until("a frame", () -> parks() == 1);
    new Recorder(desk, history).save(desk.parks().getFirst());
    description = json("/v1/openapi.json");
  }

  private static int parks() {
    try {
      return desk.parks().size();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    desk.close();
    engine.close();
    history.close();
  }

  @Test
  void everyDocumentIsAsDescribed() throws Exception {
    Schemas schemas = new Schemas(description);
    String[][] all = {
      {"Destinations", "/v1/destinations"},
      {"Entity", "/v1/entity/fwq"},
      {"Entity", "/v1/entity/park-0"},
      {"Entity", "/v1/entity/" + EntityId.ride("abc", 0, 3)},
      {"Children", "/v1/entity/fwq/children"},
      {"Live", "/v1/entity/fwq/live"},
      {"Live", "/v1/entity/park-0-carousel/live"},
      {"Schedule", "/v1/entity/fwq/schedule"},
      {"Schedule", "/v1/entity/park-0/schedule/2026/02"},
      {"History", "/v1/entity/park-0/history"},
      {"History", "/v1/entity/park-0-carousel/history"},
      {"Daily", "/v1/entity/park-0/history/daily"},
      {"Daily", "/v1/entity/park-0-rapids/history/daily"},
      {"CoverageDocument", "/v1/entity/park-0/history/coverage"},
      {"Carts", "/v1/parks/0/carts"},
      {"QueueTimesParks", "/parks.json"},
      {"QueueTimes", "/parks/0/queue_times.json"},
    };
    for (String[] each : all) {
      assertEquals(List.of(), schemas.faults(each[0], json(each[1])), each[1]);
    }
  }

  @Test
  void cartsAreNullUntilSomebodyKnowsOfThem() throws Exception {
    assertTrue(json("/v1/parks/0/carts").get("carts").isNull());
    engine.carts(
        new FoodCarts(
            List.of(new FoodCarts.CartSpot(Plate.of("PARK-01"), Position.ofCell(7), 12)),
            List.of(new FoodCarts.Fugitive(Position.ofCell(9), 2))));
    Await.until("carts", () -> !carts().get("carts").isNull());
    assertEquals(
        "[{\"plate\":\"PARK-01\",\"position\":7,\"stock\":12}]", carts().get("carts").toString());
    assertEquals("[[9,2]]", carts().get("fugitives").toString());
    assertEquals(List.of(), new Schemas(description).faults("Carts", carts()));
  }

  private static JsonNode carts() {
    try {
      return json("/v1/parks/0/carts");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void descriptionNamesEveryPathAndNoOther() {
    Routes routes = new Routes();
    new ApiSite(desk, () -> Optional.of("abc"), history).addTo(routes);
    Set<String> described = new TreeSet<>();
    description.get("paths").properties().forEach(it -> described.add(it.getKey()));
    // The stream's route is the guests' site's.
    described.remove("/v1/parks/{park}/stream");
    assertEquals(routes.patterns(), described);
    assertEquals("3.1.0", description.get("openapi").stringValue());
  }

  @Test
  void waitIsAlwaysThereAndNullWhereNobodyKnows() throws Exception {
    JsonNode rides = json("/v1/entity/park-0/live").get("liveData");
    assertEquals(25, rides.get(1).at("/queue/STANDBY/waitTime").intValue());
    assertEquals("DOWN", rides.get(2).get("status").stringValue());
    assertTrue(rides.get(2).at("/queue/STANDBY/waitTime").isNull());
  }

  @Test
  void slugAndIdAndDoubleSlashLeadToTheSame() throws Exception {
    JsonNode bySlug = json("/v1/entity/park-0-carousel");
    assertEquals(bySlug, json("/v1//entity/" + EntityId.ride("abc", 0, 0)));
  }

  @Test
  void monthHasAllItsDaysWithOffsets() throws Exception {
    JsonNode days = json("/v1/entity/park-0/schedule/2024/02").get("schedule");
    assertEquals(29, days.size());
    assertEquals("2024-02-29T00:00:00Z", days.get(28).get("openingTime").stringValue());
    assertEquals("2024-03-01T00:00:00Z", days.get(28).get("closingTime").stringValue());
  }

  @Test
  void historyOfTodayHasTheMinuteThatWasSeen() throws Exception {
    JsonNode rows = json("/v1/entity/park-0-carousel/history").get("history");
    assertEquals("OPERATING", rows.get(0).get("status").stringValue());
    JsonNode day = json("/v1/entity/park-0-carousel/history/daily").get("days").get(0);
    assertEquals(LocalDate.now(ZoneOffset.UTC).toString(), day.get("date").stringValue());
    assertEquals(1, day.get("operatingMinutes").intValue());
    assertEquals(1, json("/v1/entity/park-0/history/coverage").get("seen").size());
  }

  @Test
  void errorsHaveTypeAndMessage() throws Exception {
    String[][] all = {
      {"404", "NOT_FOUND", "/v1/entity/nothing"},
      {"404", "NOT_FOUND", "/parks/9/queue_times.json"},
      {"400", "INVALID_DATE", "/v1/entity/park-0/schedule/2024/13"},
      {"400", "INVALID_DATE", "/v1/entity/park-0/history?date=yesterday"},
      {"400", "INVALID_DATE", "/v1/entity/park-0/history?date=2026-01-01&from=2026-01-01"},
      {"400", "INVALID_RANGE", "/v1/entity/park-0/history?from=2026-01-02&to=2026-01-01"},
      {"400", "RANGE_TOO_LONG", "/v1/entity/park-0/history?from=2026-01-01&to=2026-02-01"},
    };
    for (String[] each : all) {
      HttpResponse<String> answer = get(each[2]);
      assertEquals(each[0], Integer.toString(answer.statusCode()), each[2]);
      JsonNode error = parse(answer.body()).get("error");
      assertEquals(each[1], error.get("type").stringValue(), each[2]);
      assertTrue(error.get("message").isString());
      assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    }
  }

  @Test
  void documentThatIsKnownIsNotSentAgain() throws Exception {
    String tag = get("/v1/destinations").headers().firstValue("ETag").orElseThrow();
    HttpRequest again = request("/v1/destinations").header("If-None-Match", tag).build();
    assertEquals(304, CLIENT.send(again, BodyHandlers.ofString()).statusCode());
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), path + ": " + answer.body());
    return parse(answer.body());
  }

  private static JsonNode parse(String text) throws Exception {
    return JsonText.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(request(path).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }
}
