package fwq.common.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.message.EngineMessage.MapFrame;
import fwq.common.message.ErrorCode;
import fwq.common.message.ErrorReply;
import fwq.common.message.Reading;
import fwq.common.message.RegistryReply;
import fwq.common.message.RegistryRequest;
import fwq.common.message.WaitsReply;
import fwq.common.message.WaitsRequest;
import fwq.common.park.Position;
import fwq.common.park.Ride;
import fwq.common.park.RideStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The format's single rules; those of every message are in {@link VectorsTest}. */
final class JsonTest {
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
        Json.readWaitsReply(reply.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "0",
        "5",
        "[]",
        "[1]",
        "[1,2,3,4]",
        "\"text\"",
        "[0,-3]",
        "[-1,3]",
        "[0,1e9]",
        "[0,2.5]",
        "[0,2.0]",
        "[0,100001]",
        "[10000,1]",
        "[\"0\",\"1\"]",
        "[0,null]",
        "[null,0]",
        "[[0],1]",
        "[0,1",
        "[0,1]]",
        "[0 1]",
        "[0,01]",
        "[0,+1]",
        "[0,0x1]",
        "[0,NaN]",
        "[0,Infinity]",
        "{\"0\":1}",
        "[0,1]/**/",
        "[0,1,]",
        "[0,true]",
        "[0,99999999999999999999]"
      })
  void badReadingIsRefused(String text) {
    assertThrows(BadMessageException.class, () -> Json.readReading(text.getBytes(UTF_8)));
  }

  @Test
  void readingOfAMegabyteIsRefused() {
    byte[] long1 = ("[0," + " ".repeat(1 << 20) + "5]").getBytes(UTF_8);
    byte[] long2 = ("[0," + "1".repeat(1 << 20) + "]").getBytes(UTF_8);
    byte[] long3 = ("[\"" + "x".repeat(1 << 20) + "\",1]").getBytes(UTF_8);
    for (byte[] bytes : List.of(long1, long2, long3, new byte[1 << 20])) {
      BadMessageException refusal =
          assertThrows(BadMessageException.class, () -> Json.readReading(bytes));
      assertTrue(refusal.getMessage().length() < 200, refusal.getMessage());
    }
  }

  @Test
  void anyReadingWithoutSpacesOrWithIsTheSame() throws BadMessageException {
    assertEquals(new Reading(0, 0, 105), Json.readReading("[0, 105]".getBytes(UTF_8)));
    assertEquals(new Reading(0, 0, 0), Json.readReading(" [ -0 ,\n0 ] ".getBytes(UTF_8)));
    assertEquals(new Reading(3, 0, 105), Json.readReading("[0, 105, 3]".getBytes(UTF_8)));
  }

  @Test
  void readingMayNameParkNumberZero() throws BadMessageException {
    assertEquals(new Reading(0, 7, 105), Json.readReading("[7,105,0]".getBytes(UTF_8)));
    assertEquals(
        new WaitsRequest(0),
        Json.readWaitsRequest("{\"type\":\"waits\",\"park\":0}".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "-1", "2147483647"})
  void parkThatCannotBeIsRefusedInASentence(String park) {
    String sentence = "a park's number is from 0 to 999, such as 0, got " + park;
    String request = "{\"type\":\"waits\",\"park\":" + park + "}";
    assertEquals(sentence, refusalOfReading("[0,105," + park + "]"));
    assertEquals(
        sentence,
        assertThrows(
                BadMessageException.class, () -> Json.readWaitsRequest(request.getBytes(UTF_8)))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.5", "\"3\"", "null", "[3]", "99999999999"})
  void parkThatIsNoWholeNumberIsRefused(String park) {
    assertEquals("field 'park' must be a whole number", refusalOfReading("[0,105," + park + "]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[0]", "[]", "[0,105,3,4]", "7"})
  void readingOfAnotherShapeIsToldBothShapes(String text) {
    String refusal = refusalOfReading(text);
    assertTrue(refusal.contains("[0,105]") && refusal.contains("[0,105,3]"), refusal);
  }

  private static String refusalOfReading(String text) {
    return assertThrows(
            BadMessageException.class, () -> Json.readReading(text.getBytes(UTF_8)), text)
        .getMessage();
  }

  @Test
  void nothingIsRefusedWithASentence() {
    assertThrows(BadMessageException.class, () -> Json.readReading(null));
    assertThrows(BadMessageException.class, () -> Json.readParkEvent(null));
    assertThrows(BadMessageException.class, () -> Json.readEngineMessage(new byte[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\ud800", "\\udc00", "a\\udfffb", "\\ud83d\\ud83d", "\\udfa2\\ud83c", "\\uD83D"})
  void halfACharacterIsRefused(String half) {
    for (String field : List.of("alias", "password")) {
      String text =
          "{\"type\":\"login\",\"alias\":\"a\",\"password\":\"p\"}"
              .replaceFirst("(" + field + "\":\")", "$1" + half.replace("\\", "\\\\"));
      assertThrows(
          BadMessageException.class, () -> Json.readRegistryRequest(text.getBytes(UTF_8)), text);
    }
  }

  @Test
  void twoEscapedHalvesAreOneCharacter() throws BadMessageException {
    assertEquals(
        new RegistryReply.ProfileOf("a", "🎢", "e", "a"),
        Json.readRegistryReply(
            "{\"type\":\"profile\",\"alias\":\"a\",\"name\":\"\\ud83c\\udfa2\",\"email\":\"e\"}"
                .getBytes(UTF_8)));
  }

  @Test
  void refusalOfAnUnknownTypeCanAlwaysBeSaid() throws BadMessageException {
    for (int before = 35; before < 45; before++) {
      byte[] request = ("{\"type\":\"" + "x".repeat(before) + "🎢🎢🎢\"}").getBytes(UTF_8);
      BadMessageException refusal =
          assertThrows(BadMessageException.class, () -> Json.readRegistryRequest(request));
      RegistryReply reply = ErrorReply.of(ErrorCode.BAD_REQUEST, refusal.getMessage());
      assertEquals(reply, Json.readRegistryReply(Json.write(reply)));
    }
  }

  @Test
  void requestIsKnownByItsTypeAlone() throws BadMessageException {
    Map<String, Class<? extends RegistryRequest>> types =
        Map.of("login", RegistryRequest.Login.class, "register", RegistryRequest.Register.class);
    types.forEach(
        (type, expected) -> {
          String text =
              "{\"alias\":\"update\",\"name\":\"register\",\"email\":\"logout\",\"password\":"
                  + "\"profile\",\"ticket\":\"register\",\"type\":\""
                  + type
                  + "\"}";
          try {
            assertInstanceOf(expected, Json.readRegistryRequest(text.getBytes(UTF_8)));
          } catch (BadMessageException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void refusalNeverQuotesAPassword() {
    for (String text :
        List.of(
            "{\"type\":\"login\",\"password\":\"hunter2\"}",
            "{\"type\":\"login\",\"alias\":\"a\",\"password\":[\"hunter2\"]}",
            "{\"type\":\"login\",\"alias\":\"a\",\"password\":\"hunter2\",}",
            "{\"type\":\"login\",\"alias\":\"a\",\"password\":hunter2}",
            "{\"type\":\"login\",\"alias\":\"a\",\"password\":\"hunter2")) {
      BadMessageException refusal =
          assertThrows(
              BadMessageException.class, () -> Json.readRegistryRequest(text.getBytes(UTF_8)));
      assertFalse(refusal.getMessage().contains("hunter"), refusal.getMessage());
    }
  }

  @Test
  void crowdIsReadWithoutNames() throws BadMessageException {
    String frame =
        "{\"type\":\"map\",\"park\":0,\"epoch\":1,\"seq\":1,\"offset\":1,\"at\":1,\"inside\":500,"
            + "\"capacity\":1000,\"rides\":[],\"cells\":[[0,500]]}";
    MapFrame read = (MapFrame) Json.readEngineMessage(frame.getBytes(UTF_8));
    assertEquals(List.of(), read.map().visitors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\\u001b\"", "\"ana \"", "7", "\"ana-ana-ana-ana-ana-a\""})
  void badShownNameIsRefused(String shownAs) {
    String enter =
        "{\"type\":\"enter\",\"alias\":\"ana\",\"at\":1,\"issuedAt\":1,\"expiresAt\":2,\"shownAs\":"
            + shownAs
            + "}";
    assertThrows(BadMessageException.class, () -> Json.readParkEvent(enter.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"true\"", "[]"})
  void flagThatIsNoneIsRefused(String ended) {
    String guest =
        "{\"type\":\"guest\",\"alias\":\"ana\",\"issuedAt\":1,\"expiresAt\":2,\"at\":0,\"heardAt\":0,"
            + "\"ended\":"
            + ended
            + "}";
    assertThrows(BadMessageException.class, () -> Json.readGuestEntry(guest.getBytes(UTF_8)));
  }

  @Test
  void nobodyIsInsideWhoseSessionIsOver() {
    String guest =
        "{\"type\":\"guest\",\"alias\":\"ana\",\"issuedAt\":1,\"expiresAt\":2,\"at\":0,\"heardAt\":0,"
            + "\"position\":0,\"ended\":true}";
    assertThrows(BadMessageException.class, () -> Json.readGuestEntry(guest.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[\"\\u001b[2J\",0]]",
        "[[\"\",0]]",
        "[[\" ana\",0]]",
        "[[\"a  b\",0]]",
        "[[\"ana-ana-ana-ana-ana-a\",0]]",
        "[[1,0]]",
        "[[\"ana\"]]",
        "[\"ana\"]",
        "[[]]",
        "[{\"ana\":0}]",
        "[[\"ana\",400]]",
        "[[\"ana\",-1]]",
        "[null]"
      })
  void badWhereaboutsAreRefused(String visitors) {
    String frame =
        "{\"type\":\"map\",\"park\":0,\"epoch\":1,\"seq\":1,\"offset\":1,\"at\":1,\"inside\":1,"
            + "\"capacity\":9,\"rides\":[],\"cells\":[[0,1]],\"visitors\":"
            + visitors
            + "}";
    assertThrows(BadMessageException.class, () -> Json.readEngineMessage(frame.getBytes(UTF_8)));
  }
}
