package fwq.common.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * One of the journal's two secrets at work: it signs requests, records, nodes' words and the links
 * of a node's chain. Each of these begins with bytes of its own, so none can pass for another.
 */
public final class JournalKey {
  private static final byte[] NOTHING = new byte[0];

  private final Hmac hmac;

  /** Of this secret, whose bytes are the HMAC's key, so that any program can sign. */
  public JournalKey(SharedSecret secret) {
    this.hmac = new Hmac(secret.bytes());
  }

  /** 32 bytes. */
  public byte[] sign(byte[] content) {
    return hmac.of(NOTHING, content);
  }

  /** Of several texts, each with its length, so that none can take a letter from the next. */
  public byte[] signAll(Object... texts) {
    StringBuilder all = new StringBuilder();
    for (Object text : texts) {
      String its = text.toString();
      all.append(its.length()).append(':').append(its);
    }
    return sign(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the signature is right; takes as long when it is wrong. */
  public boolean signs(byte[] content, byte[] signature) {
    return MessageDigest.isEqual(sign(content), signature);
  }

  /** As 64 hexadecimal digits. */
  public String signHex(byte[] content) {
    return HexFormat.of().formatHex(sign(content));
  }

  /** Whether the signature is right; takes as long when it is wrong. */
  public boolean signsHex(byte[] content, String signature) {
    return MessageDigest.isEqual(
        signHex(content).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.UTF_8));
  }
}
