package fwq.common.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fwq.common.signing.Keyring.DatedKey;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class EngineKeyTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final int POINT_BYTES = 32;

  /** The first test of RFC 8032, 7.1. */
  @Test
  void publicHalfComesOfThePrivateOneAsTheStandardSays() throws Exception {
    String secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    KeyPair pair =
        EngineKey.pair(new DatedKey(Instant.EPOCH, SharedSecret.of(HEX.parseHex(secret))));
    byte[] encoded = pair.getPublic().getEncoded();
    assertEquals(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        HEX.formatHex(Arrays.copyOfRange(encoded, encoded.length - POINT_BYTES, encoded.length)));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    byte[] signed = signature.sign();
    assertArrayEquals(
        HEX.parseHex(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
        signed);
    signature.initVerify(pair.getPublic());
    assertTrue(signature.verify(signed));
  }
}
