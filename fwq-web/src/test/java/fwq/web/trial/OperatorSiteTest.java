package fwq.web.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.web.http.Await;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the operators' page asks and says. */
@Timeout(240)
class OperatorSiteTest {
  private static final String PASSWORD = "vier lange worte";

  private FakePark park;
  private FakePark.Web web;
  private final PlainGuest boss = new PlainGuest(() -> web.address());

  @BeforeEach
  void open() throws Exception {
    park = new FakePark();
    web = park.web();
  }

  @AfterEach
  void close() throws IOException {
    park.close();
  }

  private void login(String alias) throws Exception {
    assertEquals(200, boss.register(alias).statusCode());
    until("there is a park", () -> boss.get("/v1/entity/park-0").statusCode() == 200);
  }

  private static void until(String what, Callable<Boolean> holds) {
    Await.until(
        what,
        () -> {
          try {
            return holds.call();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  private HttpResponse<String> say(String fields) throws Exception {
    return boss.post("/app/operate", "{\"park\":0," + fields + "}");
  }

  private String seen() throws Exception {
    return boss.get("/app/operate?park=0").body();
  }

  @Test
  void pageIsForOperatorsAlone() throws Exception {
    assertEquals(401, boss.get("/app/operate").statusCode());
    login("ana");
    for (String path : new String[] {"/app/operate", "/app/operate/audit", "/app/operate/day"}) {
      HttpResponse<String> answer = boss.get(path);
      assertEquals(403, answer.statusCode(), path);
      assertTrue(answer.body().contains("NOT_OPERATOR"), answer.body());
    }
    assertEquals(403, say("\"word\":\"open\"").statusCode());
  }

  @Test
  void parkIsClosedOnlyWithThePasswordAgain() throws Exception {
    login(FakeRegistry.OPERATOR);
    HttpResponse<String> without = say("\"word\":\"close\"");
    assertEquals(400, without.statusCode());
    assertTrue(without.body().contains("\"field\":\"password\""), without.body());
    HttpResponse<String> wrong = say("\"word\":\"close\",\"password\":\"nope nope\"");
    assertTrue(wrong.body().contains("\"field\":\"password\""), wrong.body());
    assertTrue(seen().contains("\"open\":true"));
    HttpResponse<String> right =
        say("\"word\":\"close\",\"reason\":\"Storm\",\"password\":\"" + PASSWORD + "\"");
    assertEquals(200, right.statusCode(), right.body());
    until("it is closed", () -> seen().contains("\"open\":false,\"reason\":\"Storm\""));
    assertTrue(seen().contains("\"by\":\"boss\",\"outcome\":\"DONE\",\"word\":\"close\""));
    assertTrue(
        boss.get("/v1/entity/park-0/live").body().contains("\"status\":\"CLOSED\""),
        "the API, too");
  }

  @Test
  void rideIsTakenDownWithAReason() throws Exception {
    login(FakeRegistry.OPERATOR);
    assertEquals(
        200,
        say("\"word\":\"ride\",\"ride\":0,\"state\":\"DOWN\",\"reason\":\"Chain\"").statusCode());
    until("it is down", () -> seen().contains("\"state\":\"DOWN\",\"reason\":\"Chain\""));
    assertTrue(say("\"word\":\"ride\",\"ride\":0,\"state\":\"LATE\"").body().contains("reason"));
  }

  @Test
  void wordThatIsNoneIsRefusedByItsField() throws Exception {
    login(FakeRegistry.OPERATOR);
    assertTrue(say("\"word\":\"dance\"").body().contains("\"field\":\"word\""));
    assertTrue(say("\"word\":\"capacity\",\"guests\":0").body().contains("\"field\":\"guests\""));
    assertTrue(
        say("\"word\":\"week\",\"day\":\"1\",\"hours\":\"late\"")
            .body()
            .contains("\"field\":\"hours\""));
    assertTrue(say("\"word\":\"zone\",\"zone\":\"Mars\"").body().contains("\"field\":\"zone\""));
    assertEquals(400, boss.post("/app/operate", "{\"park\":7,\"word\":\"open\"}").statusCode());
  }

  @Test
  void engineThatIsAwayIsNamed() throws Exception {
    login(FakeRegistry.OPERATOR);
    park.engine.kill();
    HttpResponse<String> answer = say("\"word\":\"open\"");
    assertEquals(503, answer.statusCode());
    assertTrue(answer.body().contains("ENGINE_AWAY"), answer.body());
    until("it is told", () -> seen().contains("\"health\":{\"broker\":true,\"engine\":false}"));
    park.engine.broker(false);
    until("so is the broker", () -> seen().contains("\"health\":{\"broker\":false"));
  }

  @Test
  void auditAndTheDayAreThere() throws Exception {
    login(FakeRegistry.OPERATOR);
    assertTrue(boss.get("/app/operate/audit").body().contains("login"));
    assertTrue(boss.get("/app/operate/day").body().startsWith("{\"times\":["));
  }
}
