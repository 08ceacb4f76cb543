package fwq.common.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class HmacTest {
  private static final String ALGORITHM = "HmacSHA256";

  /** Around the ends of SHA-256's blocks, and keys that are longer than one. */
  @Test
  void signsAsTheJdksMacDoesWhateverTheLengths() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int keyLength : new int[] {1, 31, 32, 33, 63, 64, 65, 128, 200}) {
      byte[] key = bytes(random, keyLength);
      Hmac hmac = new Hmac(key);
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (int length = 0; length < 300; length++) {
        byte[] event = bytes(random, length);
        mac.update(new byte[] {0, 0, 3, 9});
        assertArrayEquals(
            mac.doFinal(event),
            hmac.sign(777, event),
            keyLength + " bytes of key, " + length + " of event");
      }
    }
  }

  private static byte[] bytes(RandomGenerator random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
