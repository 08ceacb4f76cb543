package fwq.common.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public halves of engines' keys, which are no secret: what is proven with them, engines have
 * said. Immutable. As text a key is a line, its id and its X.509 form as base64.
 */
public final class EngineKeys {
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{8})\\s+(\\S+)");

  /** More than this nobody has. */
  static final int KEYS_MAX = 64;

  /** None are known. */
  public static final EngineKeys NONE = new EngineKeys(new LinkedHashMap<>());

  private final SequencedMap<String, PublicKey> byId;

  private EngineKeys(SequencedMap<String, PublicKey> byId) {
    this.byId = Collections.unmodifiableSequencedMap(byId);
  }

  /** Those of a ring. */
  public static EngineKeys of(Keyring ring) {
    SequencedMap<String, PublicKey> byId = new LinkedHashMap<>();
    ring.keys().forEach(key -> byId.put(key.id(), EngineKey.pair(key).getPublic()));
    return new EngineKeys(byId);
  }

  /** Whether none are known. */
  public boolean isEmpty() {
    return byId.isEmpty();
  }

  /** The one with this id. */
  public Optional<PublicKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static EngineKeys parse(String text) {
    SequencedMap<String, PublicKey> byId = new LinkedHashMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        Matcher words = LINE.matcher(line);
        if (!words.matches()) {
          throw new IllegalArgumentException("a line is an engine key's id and the key as base64");
        }
        byId.put(words.group(1), key(words.group(2)));
      }
    }
    if (byId.size() > KEYS_MAX) {
      throw new IllegalArgumentException("at most " + KEYS_MAX + " engine keys");
    }
    return new EngineKeys(byId);
  }

  private static PublicKey key(String base64) {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("an engine key is an Ed25519 key, X.509 as base64", e);
    }
  }

  /** As {@link #parse} reads it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, PublicKey> key : byId.entrySet()) {
      String encoded = Base64.getEncoder().encodeToString(key.getValue().getEncoded());
      text.append(key.getKey()).append(' ').append(encoded).append('\n');
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EngineKeys keys && keys.text().equals(text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return byId.keySet().toString();
  }
}
