package fwq.common.signing;

import fwq.kit.json.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Signs and checks what is said in the guild of carts: HMAC-SHA256. All keys come from the guild's
 * secret, so that whoever restores that and an old database has every member's key.
 */
public final class GuildKey {
  /** Name of the Kafka header that carries the signature. */
  public static final String HEADER = "sig";

  private static final int ID_BYTES = 16;

  private final Hmac hmac;

  private GuildKey(Hmac hmac) {
    this.hmac = hmac;
  }

  private static GuildKey derive(SharedSecret secret, String purpose) {
    return new GuildKey(Hmac.derive(secret, purpose.getBytes(StandardCharsets.UTF_8)));
  }

  /** A member's key, for those who know the guild's secret: another for each application. */
  public static GuildKey ofMember(SharedSecret secret, String mark) {
    return derive(secret, "fwq cart key 1 " + mark);
  }

  /** What the guild signs its own records with. */
  public static GuildKey ofGuild(SharedSecret secret) {
    return derive(secret, "fwq guild key 1");
  }

  /** What the operator proves with that the secret is at hand. */
  public static GuildKey ofOperator(SharedSecret secret) {
    return derive(secret, "fwq guild operator key 1");
  }

  /** What national ids are hashed with. */
  public static GuildKey ofPersons(SharedSecret secret) {
    return derive(secret, "fwq guild persons key 1");
  }

  /**
   * The key as the guild sends it to its owner.
   *
   * @throws IllegalArgumentException when it is not URL-safe base64 of 32 bytes
   */
  public static GuildKey decode(Secret text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text.reveal());
    if (bytes.length != Hmac.BYTES) {
      throw new IllegalArgumentException("a member's key has 32 bytes");
    }
    return new GuildKey(new Hmac(bytes));
  }

  /** The key as the guild sends it to its owner. */
  public Secret encode() {
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.key()));
  }

  /** The signature of these bytes in one park: 32 bytes. */
  public byte[] sign(int park, byte[] said) {
    return hmac.sign(park, said);
  }

  /**
   * Whether the signature is right; takes as long when it is wrong.
   *
   * @param signature or null
   */
  public boolean verify(int park, byte[] said, byte[] signature) {
    return hmac.verify(park, said, signature);
  }

  /** An id that is always the same for the same text, and tells nothing of it. */
  public String idOf(String text) {
    byte[] hash = hmac.sign(0, text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
  }

  @Override
  public String toString() {
    return "***";
  }
}
