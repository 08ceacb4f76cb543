package fwq.common.talk.guild;

import fwq.common.signing.GuildKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A request's signature, as text.
 *
 * @param text URL-safe base64 of 32 bytes, without padding
 */
public record Proof(String text) {
  private static final int BYTES = 32;

  public Proof {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (bytes.length != BYTES || !text.equals(encode(bytes))) {
      throw new IllegalArgumentException("a signature is URL-safe base64 of 32 bytes");
    }
  }

  /** Signs these words for a park. */
  public static Proof of(GuildKey key, int park, String words) {
    return new Proof(encode(key.sign(park, words.getBytes(StandardCharsets.UTF_8))));
  }

  /** Whether these words were signed with this key. */
  public boolean isOf(GuildKey key, int park, String words) {
    return key.verify(
        park, words.getBytes(StandardCharsets.UTF_8), Base64.getUrlDecoder().decode(text));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
