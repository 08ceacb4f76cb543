package fwq.kit.tls;

import java.util.Base64;
import java.util.Optional;

/** Binary things as text between {@code -----BEGIN …-----} and {@code -----END …-----}. */
public final class Pem {
  private static final int COLUMNS = 64;

  private Pem() {}

  /** Writes one block, such as a {@code CERTIFICATE}. */
  public static String write(String type, byte[] content) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(content)
        + "\n-----END "
        + type
        + "-----\n";
  }

  /**
   * Reads the first block of a type.
   *
   * @return its content, or nothing when there is no such block
   * @throws IllegalArgumentException when the block is not base64
   */
  public static Optional<byte[]> read(String type, String text) {
    String begin = "-----BEGIN " + type + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf("-----END " + type + "-----", Math.max(0, from));
    return from < 0 || to < 0
        ? Optional.empty()
        : Optional.of(
            Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to).strip()));
  }
}
