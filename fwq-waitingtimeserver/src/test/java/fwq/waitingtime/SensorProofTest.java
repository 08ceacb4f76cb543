package fwq.waitingtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.waitingtime.SensorProof.Doubt;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensorProofTest {
  private static final long NOW = HandClock.START;
  private static final long APART = SensorProof.CLOCKS_DIFFER_MAX.toMillis();

  @Test
  void whatNobodySignedCountsWhereThatIsEnoughAndTheSensorNeverSigned() {
    assertEquals(Optional.empty(), SensorProof.NONE.unsigned(true));
    assertEquals(Optional.of(Doubt.UNSIGNED), SensorProof.NONE.unsigned(false));
    assertEquals(Optional.of(Doubt.UNSIGNED_NOW), SensorProof.of(NOW).unsigned(true));
    assertEquals(Optional.of(Doubt.UNSIGNED_NOW), SensorProof.of(NOW).unsigned(false));
  }

  @Test
  void whatIsSignedCountsOnceAndNothingThatWasSignedBefore() {
    assertEquals(Optional.empty(), SensorProof.NONE.signed(NOW, NOW, NOW));
    SensorProof heard = SensorProof.of(NOW);
    assertEquals(Optional.of(Doubt.REPEATED), heard.signed(NOW, NOW, NOW));
    assertEquals(Optional.of(Doubt.REPEATED), heard.signed(NOW - 1, NOW, NOW));
    assertEquals(Optional.empty(), heard.signed(NOW + 1, NOW, NOW));
  }

  /** Also on a server that never heard the sensor. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE})
  void whatWasSignedLongAgoOrIsToBeLaterDoesNotCount(long at) {
    assertEquals(Optional.of(Doubt.CLOCK), SensorProof.NONE.signed(at, NOW, NOW));
    assertEquals(Optional.of(Doubt.CLOCK), SensorProof.of(NOW).signed(at, NOW, NOW));
  }

  @Test
  void clocksMayDiffer() {
    for (long one : new long[] {-APART, 0, APART}) {
      assertEquals(Optional.empty(), SensorProof.NONE.signed(NOW + one, NOW, NOW));
    }
    assertEquals(Optional.of(Doubt.CLOCK), SensorProof.NONE.signed(NOW + APART + 1, NOW, NOW));
    assertEquals(Optional.of(Doubt.CLOCK), SensorProof.NONE.signed(NOW - APART - 1, NOW, NOW));
  }

  @Test
  void sensorIsHeardAgainAfterOurClockAndItsOwnAreSetBackByAnHour() {
    SensorProof before = SensorProof.of(NOW + 3_600_000);
    assertEquals(Optional.empty(), before.signed(NOW, NOW, NOW));
    assertEquals(Optional.of(Doubt.REPEATED), SensorProof.of(NOW).signed(NOW, NOW, NOW), "once");
  }

  @ParameterizedTest
  @EnumSource(Doubt.class)
  void everyDoubtSaysWhatToDo(Doubt doubt) {
    String sentence = doubt.sentence(new ParkRide(1, 7));
    assertTrue(sentence.matches("(?s).*(fwq keys give|--forget-signed 1-7|set what).*"), sentence);
  }
}
