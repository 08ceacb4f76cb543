package fwq.web.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * A piece of a stream that is encoded once and sent to any number of browsers: as it is, and as a
 * part of a gzip stream. That begins with {@link #GZIP_HEADER} and goes on with any blocks in any
 * order, for each ends at a byte and refers to nothing before it; so a browser may join at any.
 *
 * <p>The stream has no end that could be foreseen, so it has no gzip trailer either.
 */
public final class Block {
  /** RFC 1952: deflate, no name, no time, unknown system. */
  private static final byte[] GZIP_HEADER = {
    0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff
  };

  private static final int STORED_BYTES_MAX = 65_535;

  private final ByteBuffer plain;
  private final ByteBuffer gzipped;

  private Block(byte[] plain, byte[] gzipped) {
    this.plain = direct(plain);
    this.gzipped = direct(gzipped);
  }

  /** A piece for many, worth the work of compressing it. */
  public static Block deflated(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return new Block(plain, deflate(plain));
  }

  /**
   * A piece for one, which is only wrapped.
   *
   * @param text at most 65,535 bytes
   */
  public static Block stored(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return new Block(plain, store(plain));
  }

  /** The first piece of a stream, with what makes it a gzip stream in front of it. */
  static Block first(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(GZIP_HEADER);
    bytes.writeBytes(store(plain));
    return new Block(plain, bytes.toByteArray());
  }

  /** The bytes to send, a view of their own. */
  ByteBuffer bytes(boolean gzip) {
    return (gzip ? gzipped : plain).duplicate();
  }

  /** What a browser reads. */
  public String text() {
    return StandardCharsets.UTF_8.decode(bytes(false)).toString();
  }

  private static byte[] deflate(byte[] plain) {
    try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(plain);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2 + 64);
      byte[] buffer = new byte[8_192];
      int count;
      do {
        count = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
        bytes.write(buffer, 0, count);
      } while (count == buffer.length);
      return bytes.toByteArray();
    }
  }

  /** RFC 1951, 3.2.4: not the last block, length, its complement, and the bytes. */
  private static byte[] store(byte[] plain) {
    if (plain.length > STORED_BYTES_MAX) {
      throw new IllegalArgumentException(
          "a stored block has at most 65535 bytes, got " + plain.length);
    }
    byte[] stored = new byte[5 + plain.length];
    stored[1] = (byte) plain.length;
    stored[2] = (byte) (plain.length >> 8);
    stored[3] = (byte) ~plain.length;
    stored[4] = (byte) (~plain.length >> 8);
    System.arraycopy(plain, 0, stored, 5, plain.length);
    return stored;
  }

  /** Outside the heap, from where the socket takes it without a copy. */
  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip().asReadOnlyBuffer();
  }
}
