package fwq.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Gzip for whole documents. */
final class Compression {
  /** What is smaller fits into one packet anyway. */
  private static final int BYTES_MIN = 1_000;

  private Compression() {}

  /** Whether it is worth the work. */
  static boolean pays(String type, int bytes) {
    return bytes >= BYTES_MIN
        && (type.startsWith("text/") || type.contains("json") || type.contains("svg"));
  }

  /** Whether an {@code Accept-Encoding} header lets us. */
  static boolean accepted(String acceptEncoding) {
    if (acceptEncoding == null) {
      return false;
    }
    for (String coding : acceptEncoding.split(",", -1)) {
      String[] parts = coding.strip().split(";", -1);
      if (parts[0].strip().equalsIgnoreCase("gzip")) {
        return parts.length == 1 || !parts[1].strip().matches("q=0(\\.0*)?");
      }
    }
    return false;
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream small = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return small.toByteArray();
  }
}
