package fwq.common.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SensorKeyTest {
  private static final long AT = 1_800_000_000_000L;
  private static final byte[] READING = "[7,105]".getBytes(UTF_8);

  private final SharedSecret all = SharedSecret.of(new byte[32]);
  private final SharedSecret ofRide = SensorKey.ofRide(all, 0, 7);
  private final SensorKey key = new SensorKey(ofRide);
  private final byte[] signature = key.sign(0, AT, READING);

  @Test
  void signatureIsTheTimeAndAnHmacOfParkTimeAndReading() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(ofRide.bytes(), "HmacSHA256"));
    mac.update(ByteBuffer.allocate(12).putInt(0).putLong(AT).array());
    byte[] expected = ByteBuffer.allocate(40).putLong(AT).put(mac.doFinal(READING)).array();

    assertArrayEquals(expected, signature);
    assertTrue(key.verify(0, READING, signature));
    assertEquals(OptionalLong.of(AT), SensorKey.signedAt(signature));
  }

  @Test
  void anyOtherBitIsWrong() {
    for (int bit = 0; bit < signature.length * Byte.SIZE; bit++) {
      byte[] other = signature.clone();
      other[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertFalse(key.verify(0, READING, other), "bit " + bit);
    }
  }

  @Test
  void nobodyElsesReadingAndNoneOfAnotherParkIsSignedByIt() {
    assertFalse(key.verify(1, READING, signature));
    assertFalse(key.verify(0, "[7,106]".getBytes(UTF_8), signature));
    assertFalse(new SensorKey(SensorKey.ofRide(all, 0, 8)).verify(0, READING, signature));
    assertFalse(new SensorKey(SensorKey.ofRide(all, 1, 7)).verify(0, READING, signature));
  }

  @Test
  void whatIsNoSignatureIsWrongAndOfNoTime() {
    for (byte[] none :
        new byte[][] {null, {}, Arrays.copyOf(signature, 39), Arrays.copyOf(signature, 41)}) {
      assertFalse(key.verify(0, READING, none));
      assertEquals(OptionalLong.empty(), SensorKey.signedAt(none));
    }
  }
}
