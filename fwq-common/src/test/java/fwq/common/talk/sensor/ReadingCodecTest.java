package fwq.common.talk.sensor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.talk.waits.WaitsCodec;
import fwq.common.talk.waits.WaitsRequest;
import fwq.kit.json.BadMessageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular here; what holds for every message is in the vectors' test. */
final class ReadingCodecTest {
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
    assertThrows(BadMessageException.class, () -> ReadingCodec.read(text.getBytes(UTF_8)));
  }

  @Test
  void readingOfAMegabyteIsRefused() {
    byte[] long1 = ("[0," + " ".repeat(1 << 20) + "5]").getBytes(UTF_8);
    byte[] long2 = ("[0," + "1".repeat(1 << 20) + "]").getBytes(UTF_8);
    byte[] long3 = ("[\"" + "x".repeat(1 << 20) + "\",1]").getBytes(UTF_8);
    for (byte[] bytes : List.of(long1, long2, long3, new byte[1 << 20])) {
      BadMessageException refusal =
          assertThrows(BadMessageException.class, () -> ReadingCodec.read(bytes));
      assertTrue(refusal.getMessage().length() < 200, refusal.getMessage());
    }
  }

  @Test
  void anyReadingWithoutSpacesOrWithIsTheSame() throws BadMessageException {
    assertEquals(new Reading(0, 0, 105), ReadingCodec.read("[0, 105]".getBytes(UTF_8)));
    assertEquals(new Reading(0, 0, 0), ReadingCodec.read(" [ -0 ,\n0 ] ".getBytes(UTF_8)));
    assertEquals(new Reading(3, 0, 105), ReadingCodec.read("[0, 105, 3]".getBytes(UTF_8)));
  }

  @Test
  void readingMayNameParkNumberZero() throws BadMessageException {
    assertEquals(new Reading(0, 7, 105), ReadingCodec.read("[7,105,0]".getBytes(UTF_8)));
    assertEquals(
        new WaitsRequest(0),
        WaitsCodec.readRequest("{\"type\":\"waits\",\"park\":0}".getBytes(UTF_8)));
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
                BadMessageException.class, () -> WaitsCodec.readRequest(request.getBytes(UTF_8)))
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
            BadMessageException.class, () -> ReadingCodec.read(text.getBytes(UTF_8)), text)
        .getMessage();
  }
}
