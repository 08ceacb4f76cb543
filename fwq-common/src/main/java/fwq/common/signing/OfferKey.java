package fwq.common.signing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Signs what a seller of trips is told by its operator, with a key that is made of its secret. */
public final class OfferKey {
  /** Where the secret is that it comes from, in the sellers' folder. */
  public static final String FILE = "trips.secret";

  private static final String PURPOSE = "fwq offer key 1";

  private final Hmac hmac;

  private OfferKey(Hmac hmac) {
    this.hmac = hmac;
  }

  /** The key of a seller, for those who know its secret. */
  public static OfferKey derive(SharedSecret secret) {
    return new OfferKey(Hmac.derive(secret, PURPOSE.getBytes(StandardCharsets.UTF_8)));
  }

  /** The signature of a text, as URL-safe base64. */
  public String sign(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(hmac.sign(0, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether the signature is right; takes as long when it is wrong. */
  public boolean verify(String text, String signature) {
    try {
      return hmac.verify(
          0, text.getBytes(StandardCharsets.UTF_8), Base64.getUrlDecoder().decode(signature));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
