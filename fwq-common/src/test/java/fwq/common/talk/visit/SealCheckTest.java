package fwq.common.talk.visit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Ed25519;
import fwq.common.signing.EngineKeys;
import fwq.common.signing.Keyring;
import fwq.common.signing.Seal;
import fwq.common.signing.SensorKey;
import fwq.common.signing.SharedSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealCheckTest {
  private static final long NOW = 1_800_000_000_000L;
  private static final long AGE = SealCheck.AGE_MAX.toMillis();
  private static final SharedSecret ENGINE = SharedSecret.of(new byte[32]);
  private static final SharedSecret OTHER = SensorKey.ofRide(ENGINE, 0, 0);
  private static final byte[] FRAME = "a frame".getBytes(UTF_8);

  private long now = NOW;
  private long ahead;
  private EngineKeys keys = EngineKeys.of(Keyring.of(ENGINE));
  private int asked;
  private final SealCheck check = new SealCheck(new Trust(), SealCheck.AGE_MAX, () -> clock());

  private Instant clock() {
    return Instant.ofEpochMilli(now);
  }

  /** Counts how often somebody would ask for newer keys. */
  private final class Trust implements EngineTrust {
    @Override
    public Known now() {
      return new Known(keys, ahead);
    }

    @Override
    public void doubted() {
      asked++;
    }
  }

  private static byte[] seal(SharedSecret engine, int park, byte[] value, long at) {
    return Seal.seal(
            List.of(Seal.leaf(park, "map", value)),
            at,
            engine.id(),
            Ed25519.pair(engine).getPrivate())
        .getFirst();
  }

  private boolean isBelieved(long epoch, long at) {
    return isBelieved(epoch, seal(ENGINE, 0, FRAME, at));
  }

  private boolean isBelieved(long epoch, byte[] seal) {
    return check.doubt(0, epoch, "map", FRAME, seal).isEmpty();
  }

  @Test
  void whatAnEngineHasSignedIsBelieved() {
    assertTrue(isBelieved(1, NOW));
    assertTrue(isBelieved(1, NOW), "again, of the same round");
  }

  @Test
  void whatNobodyOrSomebodyElseHasSignedIsNot() {
    assertFalse(isBelieved(1, (byte[]) null));
    assertFalse(isBelieved(1, new byte[76]));
    assertFalse(isBelieved(1, seal(OTHER, 0, FRAME, NOW)));
    assertFalse(isBelieved(1, seal(ENGINE, 1, FRAME, NOW)), "of another park");
    assertFalse(isBelieved(1, seal(ENGINE, 0, "another".getBytes(UTF_8), NOW)));
    byte[] mine = seal(OTHER, 0, FRAME, NOW);
    byte[] named = seal(ENGINE, 0, FRAME, NOW);
    System.arraycopy(named, 0, mine, 0, 4);
    assertFalse(isBelieved(1, mine), "with the engine's name");
  }

  @Test
  void whoeverSpeaksIsBelievedWhileNoKeysAreKnown() {
    keys = EngineKeys.NONE;
    assertTrue(isBelieved(1, (byte[]) null));
    assertEquals(0, asked);
    assertFalse(check.knowsEngines());
    assertTrue(isBelieved(1, NOW));
    assertEquals(1, asked, "somebody signs: there are keys");
  }

  @Test
  void newerKeysAreAskedForWhenSomethingIsSignedWithAnUnknownOne() {
    assertFalse(isBelieved(1, seal(OTHER, 0, FRAME, NOW)));
    assertEquals(1, asked);
    keys = EngineKeys.of(Keyring.of(ENGINE).with(OTHER, clock()));
    assertTrue(isBelieved(1, seal(OTHER, 0, FRAME, NOW)));
    assertEquals(1, asked);
  }

  @Test
  void wholeStreamFromBeforeIsNotBelieved() {
    assertFalse(isBelieved(1, NOW - AGE - 1));
    assertFalse(isBelieved(1, NOW + AGE + 1));
    assertFalse(isBelieved(1, Long.MIN_VALUE));
    assertFalse(isBelieved(1, Long.MAX_VALUE));
    assertTrue(isBelieved(1, NOW - AGE));
  }

  @Test
  void olderThanWhatWasProvenIsNotBelievedAndANewOwnersClockMayBeBehind() {
    assertTrue(isBelieved(5, NOW));
    assertFalse(isBelieved(5, NOW - 1));
    assertFalse(isBelieved(4, NOW + 1), "an owner before");
    assertTrue(isBelieved(6, NOW - 1_000));
    assertTrue(check.doubt(1, 1, "map", FRAME, seal(ENGINE, 1, FRAME, NOW - 9)).isEmpty());
  }

  @Test
  void clockOfWhoToldTheKeysCountsAndNotOurs() {
    ahead = 3_600_000;
    assertFalse(isBelieved(1, NOW));
    assertTrue(isBelieved(1, NOW + 3_600_000));
  }

  @Test
  void clocksThatAreSetBackByAnHourSilenceNobody() {
    assertTrue(isBelieved(1, NOW));
    now = NOW - 3_600_000;
    assertTrue(isBelieved(1, NOW - 3_600_000));
  }

  @Test
  void reasonIsHalfASentence() {
    assertEquals(
        Optional.of("no engine has signed it whose key is known"),
        check.doubt(0, 1, "map", FRAME, null));
  }
}
