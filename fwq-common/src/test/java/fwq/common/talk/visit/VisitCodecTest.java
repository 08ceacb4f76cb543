package fwq.common.talk.visit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fwq.common.talk.sensor.ReadingCodec;
import fwq.common.talk.visit.EngineMessage.MapFrame;
import fwq.kit.json.BadMessageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular here; what holds for every message is in the vectors' test. */
final class VisitCodecTest {
  @Test
  void nothingIsRefusedWithASentence() {
    assertThrows(BadMessageException.class, () -> ReadingCodec.read(null));
    assertThrows(BadMessageException.class, () -> EventCodec.read(null));
    assertThrows(BadMessageException.class, () -> EngineCodec.read(new byte[0]));
  }

  @Test
  void crowdIsReadWithoutNames() throws BadMessageException {
    String frame =
        "{\"type\":\"map\",\"park\":0,\"epoch\":1,\"seq\":1,\"offset\":1,\"at\":1,\"inside\":500,"
            + "\"capacity\":1000,\"rides\":[],\"cells\":[[0,500]]}";
    MapFrame read = (MapFrame) EngineCodec.read(frame.getBytes(UTF_8));
    assertEquals(List.of(), read.map().visitors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\\u001b\"", "\"ana \"", "7", "\"ana-ana-ana-ana-ana-a\""})
  void badShownNameIsRefused(String shownAs) {
    String enter =
        "{\"type\":\"enter\",\"alias\":\"ana\",\"at\":1,\"issuedAt\":1,\"expiresAt\":2,\"shownAs\":"
            + shownAs
            + "}";
    assertThrows(BadMessageException.class, () -> EventCodec.read(enter.getBytes(UTF_8)));
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
    assertThrows(BadMessageException.class, () -> EngineCodec.read(frame.getBytes(UTF_8)));
  }
}
