package fwq.web.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.web.http.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class GuestSiteTest {
  private static final String ANA =
      "{\"alias\":\"ana\",\"name\":\"Ana\",\"email\":\"a@b.org\",\"password\":\"vier lange worte\"}";

  private FakePark park;
  private FakePark.Web web;
  private final PlainGuest ana = new PlainGuest(() -> web.address());

  @BeforeEach
  void open() throws IOException {
    park = new FakePark();
    web = park.web();
  }

  @AfterEach
  void close() throws IOException {
    park.close();
  }

  @Test
  void cookieIsSealedAndForThisSiteAlone() throws Exception {
    HttpResponse<String> answer = post("/app/register", ANA);
    assertEquals(200, answer.statusCode());
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(set.startsWith("fwq-test="), set);
    assertTrue(set.contains("; HttpOnly; SameSite=Strict"), set);
    assertFalse(set.contains("ana"), set);
    assertFalse(set.contains("ticket"), set);
    assertTrue(answer.body().contains("\"alias\":\"ana\",\"name\":\"Ana\""), answer.body());
  }

  @Test
  void withoutALoginNothingIsTold() throws Exception {
    assertEquals(401, get("/app/me").statusCode());
    assertEquals(401, get("/app/stream").statusCode());
    assertEquals(401, post("/app/enter", "{\"park\":0}").statusCode());
    ana.cookie("fwq-test=" + "A".repeat(300));
    assertEquals(401, get("/app/me").statusCode());
  }

  @Test
  void fieldThatIsWrongIsNamed() throws Exception {
    HttpResponse<String> answer = post("/app/register", ANA.replace("a@b.org", "nowhere"));
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("\"field\":\"email\""), answer.body());
    HttpResponse<String> missing = post("/app/login", "{\"alias\":\"ana\"}");
    assertTrue(missing.body().contains("\"field\":\"password\""), missing.body());
    assertEquals(400, post("/app/login", "[1,2]").statusCode());
    assertEquals(400, post("/app/login", "{\"alias\":").statusCode());
  }

  @Test
  void accountThatWasMadeIsLoggedInToEvenIfTheRegistryIsBusyMeanwhile() throws Exception {
    park.registry.busy(2);
    assertEquals(200, post("/app/register", ANA).statusCode());
  }

  @Test
  void registryThatIsAwayIsNamed() throws Exception {
    park.registry.close();
    HttpResponse<String> answer = post("/app/register", ANA);
    assertEquals(503, answer.statusCode());
    assertTrue(answer.body().contains("\"REGISTRY_AWAY\""), answer.body());
    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    park.registry.open();
  }

  @Test
  void newPasswordWantsThePresentOne() throws Exception {
    login();
    String change = "{\"password\":\"neue lange worte\"";
    assertTrue(post("/app/profile", change + "}").body().contains("\"field\":\"current\""));
    String wrong = change + ",\"current\":\"nope nope\"}";
    assertTrue(post("/app/profile", wrong).body().contains("\"field\":\"current\""));
    String right = change + ",\"current\":\"vier lange worte\",\"name\":\"Ana B.\"}";
    HttpResponse<String> changed = post("/app/profile", right);
    assertEquals(200, changed.statusCode(), changed.body());
    assertTrue(changed.body().contains("\"name\":\"Ana B.\""));
  }

  @Test
  void loggedOutCookieIsOfNoUseAnywhere() throws Exception {
    login();
    String before = ana.cookie();
    assertEquals(200, post("/app/logout", "{}").statusCode());
    ana.cookie(before);
    assertEquals(401, get("/app/me").statusCode());
    web = park.web();
    assertEquals(401, get("/app/me").statusCode());
  }

  @Test
  void anotherWebProcessKnowsTheLoginAndTakesThePlaceOver() throws Exception {
    login();
    Await.until("entering", () -> enter().equals("{}"));
    HttpResponse<java.io.InputStream> first = ana.stream();
    Await.until("inside", () -> park.engine.guests() == 1);
    step("E");
    web = park.web();
    assertTrue(get("/app/me").body().contains("\"alias\":\"ana\""));
    Await.until("taken over", () -> state().contains("\"INSIDE\",\"position\":1"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(first.body(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (!line.contains("ELSEWHERE")) {
        line = lines.readLine();
      }
    }
    assertEquals(1, park.engine.guests());
  }

  @Test
  void registryIsToldWhoseRequestItIs() throws Exception {
    login();
    assertTrue(park.registry.origins.stream().allMatch("127.0.0.1"::equals));
  }

  @Test
  void whileTheEngineIsAwayTheMenuWorksAndTheGateDoesNot() throws Exception {
    login();
    park.engine.kill();
    Await.until("away", () -> enter().contains("ENGINE_AWAY"));
    assertEquals(200, get("/app/me").statusCode());
    assertEquals(200, post("/app/profile", "{\"name\":\"A\"}").statusCode());
  }

  private String enter() {
    try {
      return post("/app/enter", "{\"park\":0}").body();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private String state() {
    try {
      return get("/app/me").body();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void step(String direction) {
    Await.until(
        "a step",
        () -> {
          try {
            return post("/app/step", "{\"direction\":\"" + direction + "\"}").statusCode() == 200;
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  private void login() throws Exception {
    assertEquals(200, post("/app/register", ANA).statusCode());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return ana.get(path);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return ana.post(path, body);
  }
}
