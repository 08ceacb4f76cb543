package fwq.web.http;

import static fwq.web.http.Routes.Access.GUEST;
import static fwq.web.http.Routes.Access.PUBLIC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private final Routes routes = new Routes();

  @BeforeEach
  void fill() {
    Action none = _ -> Reply.empty(204);
    routes.add("GET", "/v1/entity/{id}/live", PUBLIC, none);
    routes.add("GET", "/assets/{build}/{name...}", PUBLIC, none);
    routes.add("POST", "/app/login", GUEST, none);
  }

  @Test
  void openPartsOfThePathAreGiven() {
    assertEquals(Map.of("id", "abc"), routes.find("GET", "/v1/entity/abc/live").get().path());
  }

  @Test
  void emptyPartsCountForNothing() {
    assertTrue(routes.find("GET", "/v1//entity/abc/live").isPresent());
    assertTrue(routes.find("GET", "/v1/entity/abc/live/").isPresent());
  }

  @Test
  void openEndTakesAllThatIsLeft() {
    assertEquals(
        Map.of("build", "1f", "name", "map/view.js"),
        routes.find("GET", "/assets/1f/map/view.js").get().path());
    assertEquals(Optional.empty(), routes.find("GET", "/assets/1f"));
  }

  @Test
  void headIsAGetWithoutItsBody() {
    assertTrue(routes.find("HEAD", "/v1/entity/abc/live").isPresent());
    assertFalse(routes.find("HEAD", "/app/login").isPresent());
  }

  @Test
  void methodsOfAPathAreKnown() {
    assertEquals(Set.of("POST"), routes.methods("/app/login"));
    assertEquals(Set.of(), routes.methods("/app/other"));
  }

  @Test
  void onlyWhatIsPublicIsForOtherSites() {
    assertTrue(routes.isPublic("/v1/entity/abc/live"));
    assertFalse(routes.isPublic("/app/login"));
  }
}
