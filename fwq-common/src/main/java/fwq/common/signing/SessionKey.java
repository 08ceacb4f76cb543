package fwq.common.signing;

import fwq.kit.json.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Signs and checks what one guest says during one session: HMAC-SHA256. */
public final class SessionKey {
  /** Name of the Kafka header that carries the signature. */
  public static final String HEADER = "sig";

  private static final String PURPOSE = "fwq session key 1";

  private final Hmac hmac;

  private SessionKey(Hmac hmac) {
    this.hmac = hmac;
  }

  /** The key of a session, for those who know the shared secret. */
  public static SessionKey derive(SharedSecret secret, Session session) {
    byte[] who = who(session).getBytes(StandardCharsets.UTF_8);
    byte[] purpose = PURPOSE.getBytes(StandardCharsets.UTF_8);
    ByteBuffer about =
        ByteBuffer.allocate(purpose.length + 2 * Long.BYTES + who.length)
            .put(purpose)
            .putLong(session.issuedAt())
            .putLong(session.expiresAt())
            .put(who);
    return new SessionKey(Hmac.derive(secret, about.array()));
  }

  /** The key of a session, of the key that was in use when it began. */
  public static SessionKey derive(Keyring keys, Session session) {
    return derive(keys.at(Instant.ofEpochMilli(session.issuedAt())).secret(), session);
  }

  /** Neither an alias nor a shown name has a zero, so no two sessions give the same text. */
  private static String who(Session session) {
    return switch (session.role()) {
      case OPERATOR -> session.alias() + '\0' + session.shownAs() + "\0operator";
      case GUEST ->
          session.shownAs().equals(session.alias())
              ? session.alias()
              : session.alias() + '\0' + session.shownAs();
    };
  }

  /**
   * The key as the registry sends it to its owner.
   *
   * @throws IllegalArgumentException when it is not URL-safe base64 of 32 bytes
   */
  public static SessionKey decode(Secret text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text.reveal());
    if (bytes.length != Hmac.BYTES) {
      throw new IllegalArgumentException("a session key has 32 bytes");
    }
    return new SessionKey(new Hmac(bytes));
  }

  /** The key as the registry sends it to its owner. */
  public Secret encode() {
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.key()));
  }

  /** The signature of an event's bytes in one park: 32 bytes. */
  public byte[] sign(int park, byte[] event) {
    return hmac.sign(park, event);
  }

  /** Whether the signature is right; takes as long when it is wrong. */
  public boolean verify(int park, byte[] event, byte[] signature) {
    return hmac.verify(park, event, signature);
  }

  @Override
  public String toString() {
    return "***";
  }
}
