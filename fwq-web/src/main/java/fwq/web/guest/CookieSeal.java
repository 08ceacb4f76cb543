package fwq.web.guest;

import fwq.common.signing.Role;
import fwq.common.signing.Session;
import fwq.kit.json.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals logins into cookies that any web process with the same key can read, and nobody else read
 * or change: AES-256-GCM, a random nonce before the sealed text, in URL-safe base64.
 */
public final class CookieSeal {
  /** Browsers keep no larger cookie. */
  static final int CHARACTERS_MAX = 3_500;

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte[] PURPOSE = "fwq web cookie 2".getBytes(StandardCharsets.US_ASCII);
  private static final String NOWHERE = "-";
  private static final int PARTS = 8;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * Seals with this key.
   *
   * @param key 32 bytes that all web processes of an installation share
   */
  public CookieSeal(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("the key has 32 bytes, got " + key.length);
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  /** The login as a cookie's value. */
  public String seal(Login login) {
    Session session = login.session();
    String text =
        String.join(
            "\n",
            session.alias(),
            Long.toString(session.issuedAt()),
            Long.toString(session.expiresAt()),
            session.shownAs(),
            login.ticket().reveal(),
            login.sessionKey().reveal(),
            login.park().isPresent() ? Integer.toString(login.park().getAsInt()) : NOWHERE,
            session.role().name());
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** The login in a cookie's value, or nothing when it was not sealed with this key. */
  public Optional<Login> open(String cookie) {
    if (cookie.length() > CHARACTERS_MAX) {
      return Optional.empty();
    }
    try {
      byte[] all = Base64.getUrlDecoder().decode(cookie);
      if (all.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES))
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return Optional.of(read(new String(text, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Login read(String text) {
    List<String> parts = List.of(text.split("\n", -1));
    if (parts.size() != PARTS) {
      throw new IllegalArgumentException("a login has " + PARTS + " parts");
    }
    Session session =
        new Session(
            parts.get(0),
            Long.parseLong(parts.get(1)),
            Long.parseLong(parts.get(2)),
            parts.get(3),
            Role.valueOf(parts.get(7)));
    OptionalInt park =
        parts.get(6).equals(NOWHERE)
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(parts.get(6)));
    return new Login(session, new Secret(parts.get(4)), new Secret(parts.get(5)), park);
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(PURPOSE);
    return cipher;
  }
}
