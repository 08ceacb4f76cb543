package fwq.common.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What the web processes of one installation share, in {@code web.key}: 32 random bytes, from which
 * a key of its own comes for each purpose. Whoever has it can open browsers' cookies and tell the
 * registry whose request it is, but cannot make logins: the park's secret is not in it.
 */
public final class WebKey {
  /** The file's usual name. */
  public static final String FILE = "web.key";

  private static final int INSTALLATION_BYTES = 4;

  private final SharedSecret secret;

  /** The key of these bytes. */
  public WebKey(SharedSecret secret) {
    this.secret = secret;
  }

  /**
   * Reads the key, or makes it on the first start.
   *
   * @throws IOException with a sentence that names the file
   */
  public static WebKey loadOrCreate(Path file, SecureRandom random) throws IOException {
    return new WebKey(SharedSecret.loadOrCreate(file, random));
  }

  /** Seals cookies: 32 bytes. */
  public byte[] cookies() {
    return derived("fwq web cookies 1").key();
  }

  /**
   * Tells one installation's cookies from another's on the same machine: 8 hexadecimal digits. It
   * comes from the key and not from the broker, which may be away when the first browser comes.
   */
  public String installation() {
    byte[] name = derived("fwq web installation 1").key();
    return HexFormat.of().formatHex(Arrays.copyOf(name, INSTALLATION_BYTES));
  }

  /** Proves to the registry, which gave this nonce, that a web process names this address. */
  public byte[] proof(byte[] nonce, String from) {
    byte[] address = from.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(nonce, nonce.length + address.length);
    System.arraycopy(address, 0, both, nonce.length, address.length);
    return derived("fwq web registry 1").sign(0, both);
  }

  /** Whether a proof is right; takes as long when it is wrong. */
  public boolean verify(byte[] nonce, String from, byte[] proof) {
    return MessageDigest.isEqual(proof(nonce, from), proof);
  }

  private Hmac derived(String purpose) {
    return Hmac.derive(secret, purpose.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "***";
  }
}
